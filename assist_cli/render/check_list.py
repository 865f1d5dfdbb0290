"""What `doctor` found, one part a line; and what it finds out about the terminal itself."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from assist_cli.render.bars import UNICODE, glyphs_for
from assist_cli.workflows.check_machine import Check, State

PART_CELLS = 12
STYLES = {State.WORKS: "cyan", State.LIMITED: "yellow", State.BROKEN: "bold yellow"}


def check_text(check: Check) -> Text:
    """`catalogue   works    ~/.../catalog.db, 412 photos`, and a hint where something is to be done."""
    line = Text(check.part.ljust(PART_CELLS))
    line.append(check.state.value.ljust(9), style=STYLES[check.state])
    line.append(check.detail)
    if check.hint:
        line.append(f" ({check.hint})", style="dim")
    return line


def terminal_check(console: Console) -> Check:
    """What this terminal can show."""
    if not console.is_terminal:
        return Check("terminal", State.LIMITED, "the output goes to a file or a pipe: no colour, no progress bar")
    colours = console.color_system or "no"
    drawn = "stars and bars" if glyphs_for(console.encoding) is UNICODE else "plain ASCII"
    state = State.WORKS if console.width >= 60 else State.LIMITED
    hint = "" if state is State.WORKS else "the table needs 60 columns for its bars"
    return Check("terminal", state, f"{console.width} columns, {colours} colours, {drawn}", hint)
