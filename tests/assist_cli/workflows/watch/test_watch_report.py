"""What is told of a watch is told whole, and nothing is lost to a signal."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from assist_cli.interrupts import STOP_SIGNALS, Interrupted
from assist_cli.workflows.watch.watch_report import WatchReport
from assist_cli.workflows.watch.watch_request import WatchListener

FOLDERS = [Path(f"/card {number}") for number in range(3)]


@pytest.fixture(autouse=True)
def _signals():
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)
    before = {number: signal.getsignal(number) for number in numbers}
    hook = sys.unraisablehook
    STOP_SIGNALS.install()
    yield
    sys.unraisablehook = hook
    STOP_SIGNALS.asked = False
    for number, handler in before.items():
        signal.signal(number, handler)


class Signalled(WatchListener):
    """The signal comes while it hears of the first folder; `read_s`: how long that takes from then on."""

    def __init__(self, read_s: float = 0.0) -> None:
        self.heard: list[Path] = []
        self._read_s = read_s

    def folder_gone(self, folder: Path) -> None:
        if folder == FOLDERS[0]:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(self._read_s)
        self.heard.append(folder)


@pytest.fixture
def report_to():
    def call(listener: WatchListener) -> WatchReport:
        report = WatchReport(listener)
        for folder in FOLDERS:
            report.folder_gone(folder)
        return report

    return call


def test_a_signal_while_something_is_told_loses_nothing(report_to):
    listener = Signalled()
    report = report_to(listener)
    with pytest.raises(Interrupted):
        report.tell()
    assert listener.heard == FOLDERS[:1]
    report.tell()
    assert listener.heard == FOLDERS


def test_a_signal_does_not_wait_for_a_listener_who_does_not_listen_any_more(report_to):
    with pytest.raises(Interrupted):
        report_to(Signalled(read_s=30.0)).tell()
