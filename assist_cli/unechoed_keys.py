"""Keys that are typed while a program starts are not shown over the terminal, and wait for whoever reads them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

INPUT_FLAGS, LOCAL_FLAGS, CONTROL_CHARACTERS = 0, 3, 6
"""Places in what `termios.tcgetattr` gives."""


def unechoed_keys(fd: int = 0) -> Callable[[], None]:
    """Switches echo off, and waiting for whole lines, in which Enter would become another key; Ctrl+C stays what it is. Returns
    what brings the terminal back to how it was; both do nothing where there is none.
    """
    try:
        import termios

        before = termios.tcgetattr(fd)
        now = termios.tcgetattr(fd)
        now[INPUT_FLAGS] &= ~termios.ICRNL
        now[LOCAL_FLAGS] &= ~(termios.ECHO | termios.ICANON)
        now[CONTROL_CHARACTERS][termios.VMIN], now[CONTROL_CHARACTERS][termios.VTIME] = 1, 0
        # Not TCSAFLUSH: it throws away what was typed before.
        termios.tcsetattr(fd, termios.TCSANOW, now)
    except (ImportError, OSError, termios.error):  # no terminal, or not POSIX's
        return lambda: None

    def restore() -> None:
        with suppress(termios.error):  # it hung up meanwhile
            termios.tcsetattr(fd, termios.TCSANOW, before)

    return restore
