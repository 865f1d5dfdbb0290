"""What an interrupted run goes on from: written whole or not at all, and read without running code that a file may hold."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import torch

START_AGAIN = "delete it; the run then starts again"
MAKE_ROOM = "make room on that disk, or name another folder with --output; the run goes on from its last checkpoint"

TORN = (RuntimeError, EOFError, ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What torch raises of a file that is damaged, or holds something else than what was saved."""


class CheckpointError(Exception):
    """A checkpoint cannot be written or is not whole."""

    exit_code = 1

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def save_checkpoint(state: dict[str, Any], file: Path) -> None:
    """Write `state` to `file`, which appears when it is whole; raises `CheckpointError` where there is no room."""
    unfinished = file.with_suffix(".part")
    try:
        torch.save(state, unfinished)
        unfinished.replace(file)
    except (OSError, RuntimeError) as error:  # torch's own writer raises RuntimeError on a full disk
        unfinished.unlink(missing_ok=True)
        raise CheckpointError(f"the checkpoint cannot be written to {file.parent}", MAKE_ROOM) from error


def load_checkpoint(file: Path) -> dict[str, Any]:
    """What `save_checkpoint` wrote; raises `CheckpointError` where the file is not whole."""
    try:
        state: dict[str, Any] = torch.load(file, weights_only=True)
    except (OSError, pickle.UnpicklingError, *TORN) as error:
        raise CheckpointError(f"{file} is not a whole checkpoint", START_AGAIN) from error
    return state
