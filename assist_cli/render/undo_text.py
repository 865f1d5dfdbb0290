"""What an undo does, file by file and in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.text import Text

from assist_cli.render.counted import counted
from assist_cli.render.plain_text import printable
from index.journal.entries import Run
from index.journal.undo import UndoKind, UndoStep

WORDS = {
    UndoKind.RESTORE: "as it was before",
    UndoKind.MERGE: "our marks put back, what others changed since stays",
    UndoKind.NOTHING: "is as before already",
    UndoKind.REFUSE: "left alone",
}
MADE_BY_US = "goes away: it was made by us"


def step_line(step: UndoStep) -> Text:
    """`IMG_0412.CR3.xmp: as it was before`."""
    refused = step.kind is UndoKind.REFUSE
    words = MADE_BY_US if step.goes_away and not refused else WORDS[step.kind]
    line = Text(f"{printable(step.write.path)}: ", style="bold yellow" if refused else "bold")
    return line.append(f"{words}, {printable(step.reason)}" if step.reason else words, style="not bold")


def undo_summary(run: Run, steps: Sequence[UndoStep], undone: Run | None, *, dry_run: bool) -> str:
    """One line: what became of the files of the run, and how to go back again."""
    if not steps:
        return f"of run {run.name} nothing is left to take back"
    counts = Counter(step.kind for step in steps)
    would = "would be " if dry_run else ""
    parts = [
        f"{counts[UndoKind.RESTORE] + counts[UndoKind.MERGE]:,} of {counted(len(steps), 'file')} {would}taken back",
        *([f"{counts[UndoKind.NOTHING]:,} as before already"] if counts[UndoKind.NOTHING] else []),
        *([f"{counts[UndoKind.REFUSE]:,} left alone"] if counts[UndoKind.REFUSE] else []),
    ]
    again = f"; to write them again: assist undo --run {undone.name}" if undone else ""
    return f"run {run.name}: {', '.join(parts)}{again}"
