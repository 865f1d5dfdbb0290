"""A download goes on where it stopped, and nothing but the pinned file is ever accepted."""

import dataclasses
import errno
import hashlib
import socket
import ssl

import pytest

from weights.errors import WeightsError
from weights.fetch import fetch
from weights.public_checkpoint import PublishedFile

CONTENT = bytes(range(256)) * 5000
NAME = "network.onnx"


@pytest.fixture
def wanted(publisher):
    publisher.files[NAME] = CONTENT
    return PublishedFile("network", NAME, publisher.url(NAME), hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "downloads"


def quiet(_done, _total):
    """Progress that nobody watches."""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_whole_file_arrives_and_nothing_else_is_left(wanted, folder):
    seen = []
    path = fetch(wanted, folder, lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == CONTENT
    assert names(folder) == [NAME]
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert seen == sorted(seen)


def test_broken_connection_keeps_what_arrived_and_the_next_call_asks_only_for_the_rest(wanted, folder, publisher):
    publisher.breaks_after = 300_000
    with pytest.raises(WeightsError, match=r"broke after 0\.3 of 1\.3 MB") as caught:
        fetch(wanted, folder, quiet)
    assert "run the same again" in caught.value.hint
    assert names(folder) == [f"{NAME}.part"]
    assert (folder / f"{NAME}.part").stat().st_size == 300_000

    publisher.breaks_after = None
    assert fetch(wanted, folder, quiet).read_bytes() == CONTENT
    assert publisher.ranges == [None, "bytes=300000-"]
    assert names(folder) == [NAME]


@pytest.mark.parametrize(
    "trouble", [OSError(errno.EHOSTUNREACH, "No route to host"), ssl.SSLError(1, "bad record mac")]
)
def test_network_that_fails_while_bytes_arrive_is_a_broken_connection(wanted, folder, monkeypatch, trouble):
    def read(_response, _amount):
        raise trouble

    monkeypatch.setattr("http.client.HTTPResponse.read", read)
    with pytest.raises(WeightsError, match="broke") as caught:
        fetch(wanted, folder, quiet)
    assert "run the same again" in caught.value.hint


def test_an_interruption_keeps_what_arrived(wanted, folder, publisher):
    def interrupted(done, _total):
        if done > 500_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(wanted, folder, interrupted)
    kept = (folder / f"{NAME}.part").stat().st_size
    assert 500_000 < kept < len(CONTENT)
    assert fetch(wanted, folder, quiet).read_bytes() == CONTENT
    assert publisher.ranges[1] == f"bytes={kept}-"


def test_publisher_that_knows_no_ranges_is_read_from_the_start(wanted, folder, publisher):
    folder.mkdir()
    (folder / f"{NAME}.part").write_bytes(CONTENT[:1000])
    publisher.knows_ranges = False
    assert fetch(wanted, folder, quiet).read_bytes() == CONTENT


def test_damaged_half_is_thrown_away_and_the_whole_fetched_anew(wanted, folder, publisher):
    folder.mkdir()
    (folder / f"{NAME}.part").write_bytes(b"x" * 1000)
    assert fetch(wanted, folder, quiet).read_bytes() == CONTENT
    assert publisher.ranges == ["bytes=1000-", None]


@pytest.mark.parametrize("excess", [b"", b"and more"])
def test_part_that_is_complete_or_too_long_needs_no_luck(wanted, folder, excess):
    folder.mkdir()
    (folder / f"{NAME}.part").write_bytes(CONTENT + excess)
    assert fetch(wanted, folder, quiet).read_bytes() == CONTENT


def test_file_that_is_here_is_not_asked_for_again(wanted, folder, publisher):
    fetch(wanted, folder, quiet)
    fetch(wanted, folder, quiet)
    assert len(publisher.ranges) == 1


def test_other_content_than_the_pinned_one_is_refused_and_thrown_away(wanted, folder, publisher):
    publisher.files[NAME] = CONTENT[::-1]
    with pytest.raises(WeightsError, match=f"not {wanted.sha256}"):
        fetch(wanted, folder, quiet)
    assert names(folder) == []  # neither the file nor a part of it


def test_endless_answer_is_cut_off(wanted, folder, publisher):
    publisher.files[NAME] = CONTENT * 20
    seen = []
    with pytest.raises(WeightsError, match=r"broke after|not what its publisher offered"):
        fetch(wanted, folder, lambda done, _total: seen.append(done))
    assert seen[-1] < 2 * len(CONTENT)


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_refusal_is_one_clear_line(wanted, folder, publisher, status):
    publisher.status = status
    with pytest.raises(WeightsError, match=rf"127\.0\.0\.1:\d+ answers {status} ") as caught:
        fetch(wanted, folder, quiet)
    assert "assist weights add FILE" in caught.value.hint


def test_nobody_there_is_one_clear_line(wanted, folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nowhere = dataclasses.replace(wanted, url=f"http://127.0.0.1:{free.getsockname()[1]}/{NAME}")
        with pytest.raises(WeightsError, match="cannot be reached"):
            fetch(nowhere, folder, quiet)


def test_without_a_known_digest_nothing_is_even_asked(wanted, folder, publisher):
    with pytest.raises(WeightsError, match="no digest is known for") as caught:
        fetch(dataclasses.replace(wanted, sha256=None), folder, quiet)
    assert wanted.url in caught.value.hint
    assert "assist weights add FILE" in caught.value.hint
    assert publisher.ranges == []
    assert not folder.exists()


def test_too_full_a_disk_is_told_before_a_byte_is_written(wanted, folder, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    with pytest.raises(OSError, match="1 MB are needed") as caught:
        fetch(wanted, folder, quiet)
    assert caught.value.errno == errno.ENOSPC
    assert names(folder) == []
