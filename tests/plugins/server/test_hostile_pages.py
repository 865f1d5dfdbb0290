"""A web page that the user has open tries to get an answer: all of it is refused, and told so."""

import json
import socket

import pytest

from plugins.protocol import MOST_BYTES
from tests.plugins.server.sent_request import send

PAGE = "https://evil.example"


def test_a_plug_in_is_answered(up):
    status, _, told = send(up)
    assert status == 200
    assert json.loads(told)["results"][0]["rating"] == 3


ATTEMPTS = {
    "a fetch from a page": (403, {"Origin": PAGE}),
    "a fetch from a page that knows the token": (403, {"Origin": PAGE, "Sec_Fetch_Mode": "cors"}),
    "a fetch from a file or a sandboxed frame": (403, {"Origin": "null"}),
    "a fetch from a page on this machine": (403, {"Origin": "http://127.0.0.1:8000"}),
    "a request without an origin by a browser": (403, {"Sec_Fetch_Site": "none"}),
    "a page under a name that was made to point here": (421, {"Host": "evil.example"}),
    "such a page on our port": (421, {"Host": "evil.example:{port}"}),
    "our address on another port": (421, {"Host": "127.0.0.1:1"}),
    "our address without a port": (421, {"Host": "127.0.0.1"}),
    "all addresses": (421, {"Host": "0.0.0.0:{port}"}),
    "a form": (415, {"Content_Type": "application/x-www-form-urlencoded"}),
    "a form with a file": (415, {"Content_Type": "multipart/form-data; boundary=x"}),
    "plain text, as a page may send unasked": (415, {"Content_Type": "text/plain"}),
    "json in disguise": (415, {"Content_Type": "text/plain; application/json"}),
    "a wrong token": (401, {"Authorization": "Bearer " + "A" * 43}),
    "half a token": (401, {"Authorization": "Bearer {half}"}),
    "the token without its word": (401, {"Authorization": "{token}"}),
    "letters that are no ASCII": (401, {"Authorization": "Bearer \u00e9\u00e9"}),
    "an empty token": (401, {"Authorization": "Bearer "}),
    "more than may be": (413, {"Content_Length": str(MOST_BYTES + 1)}),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_every_attempt_is_refused_and_told(up, attempt):
    wanted, changed = ATTEMPTS[attempt]
    facts = {"port": up.state.port, "token": up.state.token, "half": up.state.token[:20]}
    status, headers, told = send(up, **{name: value.format(**facts) for name, value in changed.items()})
    assert status == wanted
    assert json.loads(told)["error"]["message"]
    assert up.state.token not in told.decode()
    assert not any(name.startswith("access-control-") for name in headers)
    assert up.answers.asked == []


@pytest.mark.parametrize("dropped", ["Host", "Content-Type", "Authorization"])
def test_what_is_missing_is_refused(up, dropped):
    status, _, _ = send(up, drop=[dropped])
    assert status in {"Host": {400, 421}, "Content-Type": {415}, "Authorization": {401}}[dropped]
    assert up.answers.asked == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_only_post_is_a_method(up, method):
    status, headers, _ = send(up, method)
    assert status == 405
    assert headers["allow"] == "POST"
    assert up.answers.asked == []


def test_a_preflight_is_refused_without_permission(up):
    status, headers, _ = send(
        up,
        "OPTIONS",
        body=b"",
        Origin=PAGE,
        Access_Control_Request_Method="POST",
        drop=["Authorization", "Content-Type"],
    )
    assert status == 403
    assert not any(name.startswith("access-control-") for name in headers)


def test_the_host_is_looked_at_first_and_the_token_before_the_size(up):
    worst = {"Host": "evil.example", "Origin": PAGE, "Content_Type": "text/plain", "Authorization": "x"}
    assert send(up, **worst)[0] == 421
    del worst["Host"]
    assert send(up, **worst)[0] == 403
    del worst["Origin"]
    assert send(up, **worst)[0] == 415
    del worst["Content_Type"]
    assert send(up, **worst, Content_Length=str(MOST_BYTES + 1))[0] == 401


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/plug/", "/v2/plug", "/../etc/passwd", "/v1/ping"])
def test_without_the_token_nobody_learns_what_there_is(up, path):
    assert send(up, path=path, Authorization="Bearer x")[0] == 401


def test_a_body_that_hides_its_length_is_counted(up):
    part = b"%x\r\n" % (1 << 20) + b" " * (1 << 20) + b"\r\n"
    with socket.create_connection(("127.0.0.1", up.state.port), timeout=20) as wire:
        head = (
            f"POST /v1/plug HTTP/1.1\r\nHost: 127.0.0.1:{up.state.port}\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {up.state.token}\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        wire.sendall(head.encode())
        try:
            for _ in range((MOST_BYTES >> 20) + 2):
                wire.sendall(part)
        except OSError:
            pass  # it was refused before all was sent
        assert b" 413 " in wire.recv(100)
    assert up.answers.asked == []


def test_a_header_twice_is_refused(up):
    with socket.create_connection(("127.0.0.1", up.state.port), timeout=20) as wire:
        wire.sendall(
            (
                f"POST /v1/ping HTTP/1.1\r\nHost: 127.0.0.1:{up.state.port}\r\nHost: evil.example\r\n"
                f"Content-Type: application/json\r\nAuthorization: Bearer {up.state.token}\r\nContent-Length: 2\r\n\r\n{{}}"
            ).encode()
        )
        assert wire.recv(100).split()[1] in {b"400", b"421"}


def test_a_wrong_request_is_told_as_such(up):
    status, _, told = send(up, body=b"{}")
    assert status == 400
    assert json.loads(told)["error"]["kind"] == "request"


def test_a_flood_is_refused_and_passes(up):
    statuses = [send(up, path="/v1/ping", body=b"{}")[0] for _ in range(20)]
    assert statuses == [200] * 20
    from plugins.server.rate_limit import RateLimit

    now = [0.0]
    limit = RateLimit(per_s=10, burst=5, clock=lambda: now[0])
    assert [limit.takes_one() for _ in range(7)] == [True] * 5 + [False] * 2
    now[0] += 0.2
    assert [limit.takes_one() for _ in range(3)] == [True, True, False]
