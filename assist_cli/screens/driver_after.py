"""Textual's way to the terminal, begun where the first photo is to be seen already."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

from assist_cli.screens.first_glimpse import ENTER, FirstGlimpse


def driver_after(glimpse: FirstGlimpse) -> type[LinuxDriver]:
    """A driver that does not enter the alternate screen once more: many terminals clear it then, and the photo would blink."""

    class DriverAfter(LinuxDriver):
        _begins = True

        def write(self, data: str) -> None:
            if self._begins and data == ENTER:
                self._begins = False
                if glimpse.hand_over():
                    return
            super().write(data)

    return DriverAfter
