"""The server from its begin to its end, asked by our own client."""

import json
import threading

import pytest

from plugins.hearing import Cancelled, PlugProgress
from plugins.protocol import PlugReply, PlugRequest, PlugResult, Verb, request_bytes
from plugins.server import client
from plugins.server.client import NoAnswer, ask, is_up
from plugins.server.state_file import read_state


def asked(up, *names):
    return request_bytes(PlugRequest(Verb.RATE, tuple(str(up.photos / name) for name in names)))


def test_a_request_is_answered_in_its_order(up):
    told = json.loads(ask(up.state, asked(up, "b.jpg", "a.jpg"), lambda _: None))
    assert [one["path"] for one in told["results"]] == [str(up.photos / "b.jpg"), str(up.photos / "a.jpg")]


def test_it_ends_when_nobody_asks_and_takes_its_state_away(short_lived):
    short_lived.thread.join(20)
    assert not short_lived.thread.is_alive()
    assert read_state(short_lived.state_file) is None
    assert not is_up(short_lived.state)
    with pytest.raises(NoAnswer):
        ask(short_lived.state, asked(short_lived, "a.jpg"), lambda _: None)


def test_it_does_not_end_while_it_answers(short_lived):
    release = threading.Event()
    short_lived.answers.answer = lambda request, _hear: release.wait(1.5) or PlugReply(request.verb, "test")
    told = json.loads(ask(short_lived.state, asked(short_lived, "a.jpg"), lambda _: None))
    assert told["program"] == "test"


def test_progress_is_heard(up):
    heard, go_on = [], threading.Event()

    def slow(request, hear):
        hear(PlugProgress(1, 3, "1 of 3 looked at"))
        go_on.wait(10)
        return PlugReply(request.verb, "test")

    def listening(progress):
        heard.append(progress)
        if progress.done:
            go_on.set()

    up.answers.answer = slow
    ask(up.state, asked(up, "a.jpg"), listening)
    assert PlugProgress(1, 3, "1 of 3 looked at") in heard


def test_a_cancel_reaches_the_one_that_answers(up):
    def slow(request, hear):
        try:
            while True:
                hear(PlugProgress(0, 1, ""))
                threading.Event().wait(0.02)
        except Cancelled:
            return PlugReply(request.verb, "test", cancelled=True)

    def stop(_progress):
        raise Cancelled

    up.answers.answer = slow
    assert json.loads(ask(up.state, asked(up, "a.jpg"), stop))["cancelled"]


def test_a_bug_is_told_and_the_server_goes_on(up):
    def broken(_request, _hear):
        raise ZeroDivisionError("no pixels")

    up.answers.answer = broken
    with pytest.raises(NoAnswer):
        ask(up.state, asked(up, "a.jpg"), lambda _: None)
    up.answers.answer = None
    assert json.loads(ask(up.state, asked(up, "a.jpg"), lambda _: None))["error"] is None


def test_two_clients_are_answered_one_after_the_other(up):
    at_once, most, lock = [0], [0], threading.Lock()

    def counting(request, _hear):
        with lock:
            at_once[0] += 1
            most[0] = max(most[0], at_once[0])
        threading.Event().wait(0.1)
        with lock:
            at_once[0] -= 1
        return PlugReply(request.verb, "test", [PlugResult(path) for path in request.paths])

    up.answers.answer = counting
    told = []
    threads = [
        threading.Thread(target=lambda: told.append(ask(up.state, asked(up, "a.jpg"), lambda _: None)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(told) == 3
    assert most == [1]


def test_a_cancel_ends_it_where_the_server_hangs_and_tells_nothing(up, monkeypatch):
    def cancel(_progress):
        raise Cancelled

    release = threading.Event()
    up.answers.answer = lambda request, _hear: release.wait(60) and PlugReply(request.verb, "test")
    monkeypatch.setattr(client, "STOPS_WITHIN_S", 0.3)
    monkeypatch.setattr(client, "_job", lambda *_asked: None)  # as one that is stopped
    try:
        with pytest.raises(NoAnswer):
            ask(up.state, asked(up, "a.jpg"), cancel)
    finally:
        release.set()
