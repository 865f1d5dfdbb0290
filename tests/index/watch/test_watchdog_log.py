"""What watchdog says in its log alone."""

import logging

import pytest

from index.watch.watchdog_log import WATCHDOG_LOGS, WatchdogLog


@pytest.fixture
def log():
    log = WatchdogLog()
    log.listen()
    yield log
    log.stop()


@pytest.mark.parametrize("name", WATCHDOG_LOGS)
def test_lost_events_are_remembered_once_and_kept_off_the_terminal(log, caplog, name):
    logging.getLogger(name).warning("Inotify queue overflowed; filesystem events were lost")
    assert log.were_events_lost()
    assert not log.were_events_lost()
    assert caplog.text == ""


def test_what_else_watchdog_says_is_said(log, caplog):
    logging.getLogger(WATCHDOG_LOGS[0]).warning("something else")
    assert "something else" in caplog.text
    assert not log.were_events_lost()


def test_after_the_end_nothing_is_kept_back(log, caplog):
    log.stop()
    log.stop()
    logging.getLogger(WATCHDOG_LOGS[0]).warning("Inotify queue overflowed")
    assert "overflowed" in caplog.text
    assert not log.were_events_lost()
