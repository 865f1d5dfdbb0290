"""The journal as lines and as JSON (`assist.run/1`, `assist.write/1`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.counted import counted
from assist_cli.render.journal_moves import move_json, move_line
from assist_cli.render.mark_words import marks_text
from assist_cli.render.plain_text import printable
from assist_cli.workflows.journal_runs import ListedRun
from index.journal.entries import JournalWrite, RunTally, WriteState
from index.journal.move_entries import JournalMove
from index.photo.marks import Mark
from index.photo.marks_json import marks_to_json

RUN_SCHEMA, WRITE_SCHEMA = "assist.run/1", "assist.write/1"
STATES = {
    WriteState.INTENDED: "interrupted",
    WriteState.DONE: "written",
    WriteState.FAILED: "not written",
    WriteState.STOPPED: "not reached",
    WriteState.UNSURE: "perhaps written",
}


def run_lines(listed: Sequence[ListedRun]) -> Iterator[Text]:
    """One run a line, the last one last, where the eye is."""
    if not listed:
        yield Text("nothing was written yet with this catalogue")
    width = max((len(one.run.name) for one in listed), default=0)
    for one in listed:
        started = one.run.started.astimezone().strftime("%H:%M")
        line = Text(f"{one.run.name:<{width}}  {started}  ", style="bold")
        line.append(_tally(one.tally), style="not bold")
        if one.undoes:
            line.append(f"  takes back {one.undoes}", style="not bold")
        yield line.append(f"  {printable(one.run.command)}", style="not bold dim")


def run_json(one: ListedRun) -> dict[str, Any]:
    """One run."""
    tally = one.tally
    return {
        "schema": RUN_SCHEMA,
        "run": one.run.name,
        "started": one.run.started.isoformat(),
        "command": one.run.command,
        "undoes": one.undoes,
        "written": tally.written,
        "moved": tally.moved,
        "linked": tally.linked,
        "unlinked": tally.unlinked,
        "taken_back": tally.taken_back,
        "failed": tally.failed,
        "unsure": tally.unsure,
    }


def file_line(file: JournalWrite | JournalMove, glyphs: Glyphs) -> Text:
    """One file of a run: what changed in it, or where it went."""
    return move_line(file) if isinstance(file, JournalMove) else write_line(file, glyphs)


def file_json(file: JournalWrite | JournalMove) -> dict[str, Any]:
    """As `file_line`."""
    return move_json(file) if isinstance(file, JournalMove) else write_json(file)


def write_line(write: JournalWrite, glyphs: Glyphs) -> Text:
    """`IMG_0412.CR3.xmp: nothing -> ★★★☆☆ Green`."""
    line = Text(f"{printable(write.path)}: ", style="bold")
    before = marks_text(write.marks_before, glyphs, write.changed)
    line.append(f"{before} -> {marks_text(write.marks_after, glyphs, write.changed)}", style="not bold")
    state = "taken back" if write.taken_back else STATES[write.state]
    reason = f" ({printable(write.reason)})" if write.reason else ""
    return line.append(f"  {state}{reason}", style="not bold dim")


def write_json(write: JournalWrite) -> dict[str, Any]:
    """One file of a run."""
    return {
        "schema": WRITE_SCHEMA,
        "path": str(write.path),
        "photo": str(write.photo),
        "state": write.state.value,
        "reason": write.reason or None,
        "changed": [mark.value for mark in Mark if mark in write.changed],
        "before": marks_to_json(write.marks_before),
        "after": marks_to_json(write.marks_after),
        "before_sha256": None if write.before_sha256 is None else write.before_sha256.hex(),
        "after_sha256": None if write.after_sha256 is None else write.after_sha256.hex(),
        "taken_back": write.taken_back,
    }


def _tally(tally: RunTally) -> str:
    others = {"moved": tally.moved, "linked": tally.linked, "unlinked": tally.unlinked}
    parts = [f"{counted(number, 'file')} {what}" for what, number in others.items() if number]
    if tally.written > sum(others.values()) or not parts:
        parts.insert(0, counted(tally.written - sum(others.values()), "file"))
    if tally.taken_back:
        parts.append("all taken back" if tally.taken_back == tally.written else f"{tally.taken_back:,} taken back")
    if tally.failed:
        parts.append(f"{tally.failed:,} not {_done(tally)}")
    if tally.unsure:
        parts.append(f"{tally.unsure:,} perhaps {_done(tally)}")
    return ", ".join(parts)


def _done(tally: RunTally) -> str:
    return next((what for what in ("moved", "linked", "unlinked") if getattr(tally, what)), "written")
