"""What ends a run when weights are not what they should be."""

from __future__ import annotations


class WeightsError(Exception):
    """A weights file is unknown, missing, cannot be had, or is not what its entry says."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


INSTALL_CHECKPOINTS = (
    "install what public checkpoints need: .venv/bin/pip install -e '.[checkpoints]' in your clone of photo-assist"
)
"""The hint where a package of the extra `checkpoints` is missing."""
