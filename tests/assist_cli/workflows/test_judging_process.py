"""The line of a process that judges: one question at a time."""

from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pipe

import numpy as np

from assist_cli.workflows.judging_process import Seen, _Line

LONG_S, MOMENT_S = 30.0, 0.2


def test_a_thread_that_wants_something_waits_until_another_has_been_answered():
    theirs, ours = Pipe()
    line = _Line(ours)
    with ThreadPoolExecutor(2) as threads, theirs:
        answers = {name: threads.submit(line.seen, name, np.zeros((2, 2, 3), np.uint8)) for name in ("one", "two")}
        for _ in answers:
            assert theirs.poll(LONG_S)
            asked: Seen = theirs.recv()
            assert not theirs.poll(MOMENT_S)
            theirs.send((asked.network,))
        assert {name: answer.result(LONG_S) for name, answer in answers.items()} == {"one": ("one",), "two": ("two",)}
