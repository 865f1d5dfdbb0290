"""Signals arrive as one exception, and not in the middle of a write."""

import contextlib
import os
import signal
import sys
import threading
import time

import pytest

from assist_cli.interrupts import Interrupted, StopSignals


@pytest.fixture
def signals():
    before = {
        number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)
    }
    hook = sys.unraisablehook
    stop = StopSignals()
    stop.install()
    yield stop
    sys.unraisablehook = hook
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.usefixtures("signals")
def test_every_stop_signal_interrupts(number):
    with pytest.raises(Interrupted):
        os.kill(os.getpid(), number)


def test_a_held_interruption_arrives_when_the_hold_ends(signals):
    written = []
    with pytest.raises(Interrupted):  # noqa: PT012 - where it is raised is the point
        with signals.held():
            os.kill(os.getpid(), signal.SIGINT)
            written.append("whole")
        written.append("never")
    assert written == ["whole"]


def test_a_hold_inside_a_hold_does_not_end_it(signals):
    written = []
    with pytest.raises(Interrupted):  # noqa: PT012 - where it is raised is the point
        with signals.held():
            with signals.held():
                os.kill(os.getpid(), signal.SIGINT)
            written.append("whole")
        written.append("never")
    assert written == ["whole"]


def test_an_error_inside_a_hold_is_not_hidden(signals):
    with pytest.raises(ValueError, match="disk"), signals.held():
        raise ValueError("disk")


def test_a_hold_of_another_thread_takes_no_interruption_from_the_main_one(signals):
    inside, leave = threading.Event(), threading.Event()

    def hold():
        with signals.held():
            inside.set()
            leave.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    inside.wait()
    try:
        with pytest.raises(Interrupted):
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        leave.set()
        thread.join()


def test_that_a_signal_came_is_known_even_where_its_exception_was_swallowed(signals):
    assert not signals.asked
    with contextlib.suppress(BaseException):
        os.kill(os.getpid(), signal.SIGTERM)
    assert signals.asked


def test_a_hold_that_takes_too_long_is_interrupted(signals):
    read, write = os.pipe()
    with pytest.raises(Interrupted), signals.held(0.05):  # noqa: PT012 - nobody ever writes
        os.kill(os.getpid(), signal.SIGTERM)
        os.read(read, 1)
    os.close(read)
    os.close(write)


def test_a_hold_inside_one_that_may_be_interrupted_is_whole(signals):
    written = []
    with pytest.raises(Interrupted), signals.held(0.01), signals.held():  # noqa: PT012 - where it is raised is the point
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.05)
        written.append("whole")
    assert written == ["whole"]


def test_a_hold_that_ended_in_time_is_not_interrupted_later(signals):
    with pytest.raises(Interrupted), signals.held(0.05):
        os.kill(os.getpid(), signal.SIGTERM)
    with signals.held(0.05):
        time.sleep(0.1)


@pytest.mark.usefixtures("signals")
def test_an_interruption_that_was_swallowed_comes_again_without_a_word(capfd):
    class Finalized:
        def __del__(self):
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(Interrupted):  # noqa: PT012 - where it is raised is the point
        Finalized()
        time.sleep(30.0)
    assert capfd.readouterr().err == ""
