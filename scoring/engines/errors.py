"""A device that was asked for cannot be had."""

from __future__ import annotations


class DeviceError(Exception):
    """Ends the run: the message says what is missing, the hint what to do."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
