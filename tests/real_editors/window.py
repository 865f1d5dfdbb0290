"""A program with a window, on a screen that nobody sees."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SIZE = "1280x800x24"
LONGEST_S = 150
STILL_S, LOOK_EVERY_S = 6.0, 2.0
"""A window that has not changed for so long is finished (a choice)."""


@contextmanager
def screen() -> Iterator[str]:
    """A display of its own number, which the server chooses."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@contextmanager
def window(
    command: list[str], home: Path, display: str, more: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """The program until it is no longer needed; its settings lie in `home`, what it says in `home/window.log`."""
    (home / "run").mkdir(mode=0o700, exist_ok=True)
    own = {
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "XDG_CACHE_HOME": home,
        "XDG_DATA_HOME": home,
        "XDG_RUNTIME_DIR": home / "run",
    }
    environment = {**os.environ, **{name: str(path) for name, path in own.items()}, "DISPLAY": display, **(more or {})}
    with (home / "window.log").open("wb") as log:
        running = subprocess.Popen(
            ["dbus-run-session", "--", *command],
            env={**environment, "OMP_NUM_THREADS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield running
        finally:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()


def take(picture: Path, display: str) -> None:
    """A screenshot (ImageMagick's `import`)."""
    subprocess.run(["import", "-window", "root", picture], env={**os.environ, "DISPLAY": display}, check=True)


def take_when_still(picture: Path, display: str, least_bytes: int = 50_000) -> None:
    """A screenshot of a window that is drawn, and changes no more. Raises AssertionError where that does not come."""
    end, since, before = time.monotonic() + LONGEST_S, time.monotonic(), b""
    while time.monotonic() < end:
        time.sleep(LOOK_EVERY_S)
        take(picture, display)
        now = picture.read_bytes()
        if now != before or len(now) < least_bytes:
            since, before = time.monotonic(), now
        elif time.monotonic() - since > STILL_S:
            return
    raise AssertionError(f"the window did not come to rest: {picture}")
