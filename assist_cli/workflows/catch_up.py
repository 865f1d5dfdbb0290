"""Brings the catalogue up to date with what was moved, before its photos are asked for."""

from __future__ import annotations

import os
from pathlib import Path

from index.journal.journal_path import journal_path
from index.journal.open_moves import may_have_open


def catch_up(catalog: Path) -> None:
    """Tells the catalogue of moves that it does not know yet, for a command that comes after one that was killed; looks only, where
    there is nothing to tell. Raises `CatalogError` and `JournalError`."""
    path = journal_path(catalog)
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists() raises where you may not look, and the catalogue tells that better
        return
    if may_have_open(path):
        from assist_cli.workflows.follow_moves import (
            settle_and_follow,  # late: most have nothing to follow, and a cull is waited for
        )

        settle_and_follow(path, catalog)
