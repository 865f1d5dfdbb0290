"""Whether darktable's main loop, which draws and takes clicks, goes on: it is asked something over D-Bus, again and again."""

from __future__ import annotations

import itertools
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

EVERY_S = 0.1
ANSWERS_WITHIN_S = 60
QUESTION = (
    "dbus-send",
    "--session",
    "--print-reply",
    f"--reply-timeout={ANSWERS_WITHIN_S * 1000}",
    "--dest=org.darktable.service",
    "/darktable",
    "org.freedesktop.DBus.Properties.Get",
    "string:org.darktable.service.Remote",
    "string:ConfigDir",
)
"""darktable's src/common/dbus.c answers this from the main loop, and needs nothing of Lua for it."""


class Ticks:
    """When it answered, by phase."""

    def __init__(self) -> None:
        self.at_s: dict[int, list[float]] = {}

    def count(self, phase: int) -> int:
        """How many answers came in that phase."""
        return len(self.at_s.get(phase, []))

    def longest_silence_s(self, phase: int) -> float:
        """Between two answers, the last one before the phase counted in."""
        before = self.at_s.get(phase - 1, [])[-1:]
        times = [*before, *self.at_s.get(phase, [])]
        return max((after - first for first, after in itertools.pairwise(times)), default=float("inf"))


@contextmanager
def ticking(bus_address: Path, phase: Callable[[], int]) -> Iterator[Ticks]:
    """Counts from the moment that darktable answers at the address in the file. `phase`: a number that the script counts up."""
    ticks, ended = Ticks(), threading.Event()
    thread = threading.Thread(target=_ask, args=[bus_address, phase, ticks, ended])
    thread.start()
    try:
        yield ticks
    finally:
        ended.set()
        thread.join(ANSWERS_WITHIN_S)


def _ask(bus_address: Path, phase: Callable[[], int], ticks: Ticks, ended: threading.Event) -> None:
    while not ended.wait(EVERY_S):
        address = bus_address.read_text().strip() if bus_address.exists() else ""
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
        answer = subprocess.run(QUESTION, env=environment, capture_output=True, check=False) if address else None
        if answer is not None and answer.returncode == 0:
            ticks.at_s.setdefault(phase(), []).append(time.monotonic())
