"""What threads ask at the same time is answered together; nobody waits for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from scoring.engines.batcher import AT_ONCE, Batcher

LONG_S = 30.0
"""Passed only by a test that is about to fail."""


def picture(number, shape=(2, 3, 3)):
    return np.full(shape, number, np.uint8)


class Answers:
    """Says of each picture its first number; keeps who came together."""

    def __init__(self):
        self.batches = []

    def __call__(self, pictures):
        assert len({one.shape for one in pictures}) == 1
        self.batches.append([int(one.flat[0]) for one in pictures])
        return self.batches[-1]


def asked_by_all(batcher, pictures):
    """What each gets, asked by as many threads, which begin together."""
    together = threading.Barrier(len(pictures))

    def ask(one):
        together.wait(LONG_S)
        return batcher(one)

    with ThreadPoolExecutor(len(pictures)) as threads:
        asked = [threads.submit(ask, one) for one in pictures]
        return [one.exception(LONG_S) or one.result() for one in asked]


def test_everybody_gets_the_answer_to_their_own_picture():
    answers = Answers()
    batcher = Batcher(answers)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(batcher, [picture(i) for i in range(200)])) == list(range(200))
    assert sorted(number for batch in answers.batches for number in batch) == list(range(200))


def test_those_who_come_together_are_answered_together():
    answers = Answers()
    asked_by_all(Batcher(answers, most=6, patience_s=LONG_S), [picture(i) for i in range(6)])
    assert [sorted(batch) for batch in answers.batches] == [[0, 1, 2, 3, 4, 5]]


def test_no_batch_is_larger_than_asked_for():
    answers = Answers()
    assert asked_by_all(Batcher(answers, most=3, patience_s=0.05), [picture(i) for i in range(8)]) == list(range(8))
    assert max(map(len, answers.batches)) <= 3


def test_one_who_comes_alone_is_answered_alone():
    answers = Answers()
    assert Batcher(answers)(picture(7)) == 7
    assert answers.batches == [[7]]


def test_pictures_of_other_shapes_are_other_batches():
    answers = Answers()
    shapes = [(2, 3, 3), (3, 2, 3)] * 3
    batcher = Batcher(answers, most=3, patience_s=LONG_S)
    assert asked_by_all(batcher, [picture(i, shape) for i, shape in enumerate(shapes)]) == list(range(6))
    assert sorted(map(sorted, answers.batches)) == [[0, 2, 4], [1, 3, 5]]


def test_those_who_come_while_the_device_is_busy_make_one_batch():
    answers, busy, go_on = Answers(), threading.Semaphore(0), threading.Event()

    def slow(pictures):
        busy.release()
        assert go_on.wait(LONG_S)
        return answers(pictures)

    batcher = Batcher(slow, most=50, patience_s=0.0)
    with ThreadPoolExecutor(AT_ONCE + 10) as threads:
        first = []
        for i in range(AT_ONCE):
            first.append(threads.submit(batcher, picture(i)))
            assert busy.acquire(timeout=LONG_S)
        later = [threads.submit(batcher, picture(100 + i)) for i in range(10)]
        while sum(len(batch.pictures) for batch in batcher._open.values()) < 10:
            threading.Event().wait(0.001)
        go_on.set()
        assert [one.result(LONG_S) for one in first + later] == [*range(AT_ONCE), *range(100, 110)]
    assert sorted(map(len, answers.batches)) == [*[1] * AT_ONCE, 10]


def fail(_pictures):
    raise ValueError("no answer")


def too_few(pictures):
    return [0] * (len(pictures) - 1)


@pytest.mark.parametrize("answer", [fail, too_few])
def test_an_error_reaches_everybody_who_waits_and_the_next_are_answered_anew(answer):
    batcher = Batcher(answer, most=6, patience_s=LONG_S)
    said = asked_by_all(batcher, [picture(i) for i in range(6)])
    assert sum(isinstance(one, ValueError) for one in said) >= (6 if answer is fail else 1)
    batcher._answer, batcher._patience_s = Answers(), 0.0
    assert batcher(picture(3)) == 3


def test_an_interrupt_of_who_asks_leaves_nobody_waiting():
    def interrupted(_pictures):
        raise KeyboardInterrupt

    said = asked_by_all(Batcher(interrupted, most=4, patience_s=LONG_S), [picture(i) for i in range(4)])
    assert [type(one) for one in said] == [KeyboardInterrupt] * 4
