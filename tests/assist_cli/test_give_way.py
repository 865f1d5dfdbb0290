"""What judges in the background lets the screen go first."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from assist_cli.give_way import LATER, give_way

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ranks threads")


def rank():
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def in_a_thread(do):
    thread = threading.Thread(target=do)
    thread.start()
    thread.join(10)


def test_thread_and_those_it_begins_give_way_and_no_others():
    before, ranks = rank(), []

    def work():
        give_way(LATER)
        ranks.append(rank())
        in_a_thread(lambda: ranks.append(rank()))

    in_a_thread(work)
    assert ranks == [LATER, LATER]
    assert rank() == before
