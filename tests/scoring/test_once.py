"""A value is worked out once, however many threads ask, and no thing waits for another one."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from scoring.once import once

PATIENCE_S = 20.0


class Thing:
    """Counts how often its value is worked out."""

    def __init__(self) -> None:
        self.count = 0
        self.begun, self.go = threading.Event(), threading.Event()

    @once
    def value(self) -> int:
        """Its words."""
        self.begun.set()
        assert self.go.wait(PATIENCE_S)
        self.count += 1
        return self.count


def test_two_threads_get_one_value_that_is_worked_out_once():
    thing = Thing()
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(lambda: thing.value) for _ in range(2)]
        assert thing.begun.wait(PATIENCE_S)
        thing.go.set()
        assert [one.result(PATIENCE_S) for one in asked] == [1, 1]
    assert thing.value == 1


def test_no_thing_waits_for_another():
    slow, quick = Thing(), Thing()
    quick.go.set()
    with ThreadPoolExecutor(2) as threads:
        waiting = threads.submit(lambda: slow.value)
        assert slow.begun.wait(PATIENCE_S)
        assert threads.submit(lambda: quick.value).result(PATIENCE_S) == 1
        slow.go.set()
        assert waiting.result(PATIENCE_S) == 1


def test_value_that_could_not_be_worked_out_is_tried_again():
    class Fails:
        tries = 0

        @once
        def value(self) -> int:
            self.tries += 1
            if self.tries == 1:
                raise OSError("not now")
            return self.tries

    thing = Fails()
    with pytest.raises(OSError, match="not now"):
        _ = thing.value
    assert thing.value == 2


def test_class_knows_what_it_is():
    assert Thing.value.__doc__ == "Its words."
