"""What an undo does, file by file and in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from assist_cli.render.counted import counted
from assist_cli.render.plain_text import printable
from index.journal.entries import Run
from index.journal.move_entries import Deed
from index.journal.undo import UndoKind, UndoStep
from index.journal.undo_moves import MoveStep, Step

WORDS = {
    UndoKind.RESTORE: "as it was before",
    UndoKind.MERGE: "our marks put back, what others changed since stays",
    UndoKind.NOTHING: "is as before already",
    UndoKind.REFUSE: "left alone",
}
MOVED = {
    Deed.MOVE: "where it was before, with its sidecars",
    Deed.LINK: "the links to it go away",
    Deed.UNLINK: "linked again",
    Deed.MAKE_FOLDER: "the folder goes away if nothing else lies in it",
    Deed.DROP_FOLDER: "the folder is made again",
}
MADE_BY_US = "goes away: it was made by us"


def step_line(step: Step) -> Text:
    """`IMG_0412.CR3.xmp: as it was before`."""
    refused = step.kind is UndoKind.REFUSE
    path, words = (_named(step), _moved(step)) if isinstance(step, MoveStep) else (step.write.path, _written(step))
    words = WORDS[step.kind] if refused else words
    line = Text(f"{printable(path)}: ", style="bold yellow" if refused else "bold")
    return line.append(f"{words}, {printable(step.reason)}" if step.reason else words, style="not bold")


def undo_summary(run: Run, steps: Sequence[Step], undone: Run | None, *, dry_run: bool) -> str:
    """One line: what became of the files, or the photos, of the run, and how to go back again."""
    steps = [step for step in steps if not (isinstance(step, MoveStep) and step.is_folder)]
    if not steps:
        return f"of run {run.name} nothing is left to take back"
    are_moves = any(isinstance(step, MoveStep) for step in steps)
    counts, what = Counter(step.kind for step in steps), "photo" if are_moves else "file"
    would = "would be " if dry_run else ""
    back = counts[UndoKind.RESTORE] + counts[UndoKind.MERGE]
    parts = [
        f"{back:,} of {counted(len(steps), what)} {would}taken back",
        *([f"{counts[UndoKind.NOTHING]:,} as before already"] if counts[UndoKind.NOTHING] else []),
        *([f"{counts[UndoKind.REFUSE]:,} left alone"] if counts[UndoKind.REFUSE] else []),
    ]
    again = (
        f"; to {'do it' if are_moves else 'write them'} again: assist undo --run {undone.name}"
        if undone and back
        else ""
    )
    return f"run {run.name}: {', '.join(parts)}{again}"


def _written(step: UndoStep) -> str:
    return MADE_BY_US if step.goes_away else WORDS[step.kind]


def _named(step: MoveStep) -> Path:
    """The photo; where a link to it could not be taken away, the link."""
    plan = step.moves[0].plan
    is_link_s = step.deed is Deed.LINK and step.kind is UndoKind.REFUSE
    return (plan.known_target or plan.target) if is_link_s else step.photo


def _moved(step: MoveStep) -> str:
    return WORDS[UndoKind.NOTHING] if step.kind is UndoKind.NOTHING else MOVED[step.deed]
