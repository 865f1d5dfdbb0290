"""The foot of every screen: what was done last, what is left, whether it is saved, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from assist_cli.render.line_fill import wrapped
from assist_cli.render.palette import QUIET
from assist_cli.render.plain_text import printable, shortened
from assist_cli.screens.desk import Desk
from assist_cli.screens.key_names import first_key
from assist_cli.screens.signs import TROUBLE
from assist_cli.workflows.cull.actions import Action
from assist_cli.workflows.cull.filters import ALL

Hint = tuple[Sequence[Action | str], str]
"""Actions of the keymap, or keys that are the same in all; and what they do."""


def status_line(desk: Desk, width: int) -> Text:
    """What was said on the left, the state of the cull on the right."""
    right = _fitting(_facts(desk), width // 2 if desk.said.text else width)
    room = width - cell_len(right) - (2 if right else 0)
    left = shortened(printable(desk.said.text), max(0, room))
    gap = " " * max(0, width - cell_len(left) - cell_len(right))
    return Text.assemble((left, "bold"), gap, right)


def trouble_lines(words: str, width: int, rows: int) -> Text:
    """Trouble has the whole foot: nothing else is as important."""
    told = wrapped(printable(words), width)
    if len(told) > rows:
        told = [*told[: rows - 1], shortened(" ".join(told[rows - 1 :]), width)]
    return Text("\n".join(told), style=TROUBLE, no_wrap=True)


def _facts(desk: Desk) -> list[str]:
    """The most important last: the first are left out where there is no room."""
    session, tally = desk.session, desk.tally()
    counts, unsaved = tally.counts, tally.unsaved
    facts = []
    if desk.progress is not None and desk.progress.done < desk.progress.total:
        facts.append(f"judged {desk.progress.done} of {desk.progress.total}")
    pace = session.pace()
    if pace is not None:
        facts.append(f"{pace:.0f}/min")
    if session.filter != ALL:
        facts.append(f"filter: {session.filter.name}")
    facts.append(f"✓{counts.picks} ✗{counts.rejects}")
    facts.append(f"{unsaved} not in sidecars" if unsaved else "reading sidecars" if desk.is_reading else "saved")
    facts.append(f"{counts.left} left")
    return facts


def _fitting(facts: Sequence[str], room: int) -> str:
    for start in range(len(facts)):
        text = " · ".join(facts[start:])
        if cell_len(text) <= room:
            return text
    return ""


def hint_line(desk: Desk, hints: Sequence[Hint], width: int) -> Text:
    """As many keys with what they do as there is room for, whole; the key for help always."""
    help_hint = (f"{first_key(desk.keymap, Action.HELP)} keys", first_key(desk.keymap, Action.HELP))
    room = width - cell_len(help_hint[0])
    line = Text(style=QUIET)
    for actions, words in hints:
        named = [first_key(desk.keymap, one) if isinstance(one, Action) else one for one in actions]
        keys = ("-" if all(key.isdecimal() for key in named) else "").join(named)
        text = f"{keys} {words}   "
        if not keys:
            continue
        if cell_len(line.plain) + cell_len(text) > room:
            break
        line.append(keys, style="bold not dim").append(f" {words}   ")
    return line.append(help_hint[1], style="bold not dim").append(" keys")
