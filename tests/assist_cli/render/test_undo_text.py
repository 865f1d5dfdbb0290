"""What an undo does, file by file and in sum."""

from pathlib import Path

import pytest

from assist_cli.render.undo_text import step_line, undo_summary
from index.journal.entries import JournalWrite, Run, WriteState
from index.journal.move_entries import Deed, JournalMove, PlannedMove
from index.journal.undo import UndoKind, UndoStep
from index.journal.undo_moves import MoveStep
from index.photo.marks import NO_MARKS

RUN = Run(1, "2026-11-22-1", None, "assist sidecars write")
UNDO = Run(2, "2026-11-22-2", None, "assist undo", 1)


def step(kind, reason="", name="IMG.xmp", goes_away=False):
    write = JournalWrite(
        1, 1, Path("/p") / name, Path("/p/IMG.CR3"), WriteState.DONE, "", b"hash", b"", b"", NO_MARKS, NO_MARKS,
        frozenset(), None, None, False, None,
    )  # fmt: skip
    return UndoStep(write, kind, reason, goes_away=goes_away)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (step(UndoKind.RESTORE), "as it was before"),
        (step(UndoKind.RESTORE, goes_away=True), "goes away: it was made by us"),
        (step(UndoKind.MERGE), "our marks put back, what others changed since stays"),
        (step(UndoKind.NOTHING), "is as before already"),
        (step(UndoKind.REFUSE, "the stars were changed to 5 since"), "left alone, the stars were changed to 5 since"),
    ],
)
def test_a_file_is_told_in_one_line(one, words):
    assert step_line(one).plain == f"/p/IMG.xmp: {words}"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (UndoKind.RESTORE, "/p/IMG.JPG: the links to it go away"),
        (UndoKind.REFUSE, "/picks/IMG.JPG: left alone, it is another link now"),
    ],
)
def test_link_that_stays_is_told_by_its_own_name(kind, told):
    plan = PlannedMove(Deed.LINK, Path("/p/IMG.JPG"), Path("/p/IMG.JPG"), Path("/picks/IMG.JPG"))
    move = JournalMove(1, 1, plan, WriteState.DONE, "", False)
    reason = "it is another link now" if kind is UndoKind.REFUSE else ""
    assert step_line(MoveStep((move,), kind, reason)).plain == told


def test_names_and_reasons_cannot_move_the_cursor():
    assert step_line(step(UndoKind.REFUSE, "a\x1bb", "\x1b[2J.xmp")).plain == "/p/?[2J.xmp: left alone, a?b"


def test_the_summary_counts_and_says_how_to_go_back_again():
    steps = [step(UndoKind.RESTORE), step(UndoKind.MERGE), step(UndoKind.NOTHING), step(UndoKind.REFUSE)]
    assert undo_summary(RUN, steps, UNDO, dry_run=False) == (
        "run 2026-11-22-1: 2 of 4 files taken back, 1 as before already, 1 left alone; "
        "to write them again: assist undo --run 2026-11-22-2"
    )


def test_where_nothing_was_taken_back_nothing_can_be_done_again():
    told = undo_summary(RUN, [step(UndoKind.REFUSE)], UNDO, dry_run=False)
    assert told == "run 2026-11-22-1: 0 of 1 file taken back, 1 left alone"


def test_a_dry_run_says_what_would_be():
    told = undo_summary(RUN, [step(UndoKind.RESTORE)], None, dry_run=True)
    assert told == "run 2026-11-22-1: 1 of 1 file would be taken back"


def test_nothing_left_is_told():
    assert undo_summary(RUN, [], None, dry_run=False) == "of run 2026-11-22-1 nothing is left to take back"
