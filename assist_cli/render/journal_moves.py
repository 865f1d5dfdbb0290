"""What was moved and linked, as the journal tells it: lines and JSON (`assist.move/1`)."""

from __future__ import annotations

from typing import Any

from rich.text import Text

from assist_cli.render.plain_text import printable
from index.journal.entries import WriteState
from index.journal.move_entries import FOLDERS, Deed, JournalMove

MOVE_SCHEMA = "assist.move/1"
DEEDS = {
    Deed.MOVE: "moved to {target}",
    Deed.LINK: "linked from {target}",
    Deed.UNLINK: "the link {target} taken away",
    Deed.MAKE_FOLDER: "folder made",
    Deed.DROP_FOLDER: "folder taken away",
}
STATES = {
    WriteState.INTENDED: "interrupted",
    WriteState.DONE: "",
    WriteState.FAILED: "not done",
    WriteState.STOPPED: "not reached",
    WriteState.UNSURE: "perhaps done",
}


def move_line(move: JournalMove) -> Text:
    """`/photos/IMG_0412.NEF: moved to /photos/picks/IMG_0412.NEF`."""
    line = Text(f"{printable(move.plan.source)}: ", style="bold")
    line.append(DEEDS[move.plan.deed].format(target=printable(move.plan.target)), style="not bold")
    state = "taken back" if move.taken_back else STATES[move.state]
    reason = f"({printable(move.reason)})" if move.reason else ""
    told = " ".join(part for part in (state, reason) if part)
    return line.append(f"  {told}" if told else "", style="not bold dim")


def move_json(move: JournalMove) -> dict[str, Any]:
    """One file, link or folder of a run."""
    plan = move.plan
    return {
        "schema": MOVE_SCHEMA,
        "deed": plan.deed.value,
        "photo": None if plan.deed in FOLDERS else str(plan.photo),
        "from": None if plan.deed in FOLDERS else str(plan.source),
        "to": str(plan.target),
        "link": plan.link or None,
        "state": move.state.value,
        "reason": move.reason or None,
        "taken_back": move.taken_back,
    }
