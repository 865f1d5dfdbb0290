"""What an undo does with a file, in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assist_cli.render.undo_text import step_line
from index.journal.entries import JournalWrite, WriteState
from index.journal.undo import UndoKind, UndoStep
from index.photo.marks import NO_MARKS

WRITE = JournalWrite(
    1, 1, Path("/shoot/IMG.xmp"), Path("/shoot/IMG.CR3"), WriteState.DONE, "", b"1", b"2", b"", NO_MARKS, NO_MARKS,
    frozenset(), None, None, False, None,
)  # fmt: skip


@pytest.mark.parametrize("kind", [UndoKind.RESTORE, UndoKind.MERGE])
def test_file_that_goes_away_is_said_to_be_ours(kind):
    assert step_line(UndoStep(WRITE, kind, goes_away=True)).plain == "/shoot/IMG.xmp: goes away: it was made by us"


def test_file_that_could_not_be_taken_away_is_left_alone():
    step = UndoStep(WRITE, UndoKind.RESTORE, goes_away=True)
    refused = replace(step, kind=UndoKind.REFUSE, reason="the disk is read-only")
    assert step_line(refused).plain == "/shoot/IMG.xmp: left alone, the disk is read-only"


def test_file_that_stays_is_as_before():
    assert step_line(UndoStep(WRITE, UndoKind.RESTORE)).plain == "/shoot/IMG.xmp: as it was before"
