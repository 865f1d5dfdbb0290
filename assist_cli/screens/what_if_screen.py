"""What would be kept if one were stricter: told while a slider is moved, before anything happens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from assist_cli.render.counted import counted
from assist_cli.render.decision_words import STYLES, WORDS
from assist_cli.render.palette import CALM, QUIET
from assist_cli.render.plain_text import printable, shortened_name
from assist_cli.screens.desk import Desk
from assist_cli.screens.key_names import key_name
from assist_cli.screens.page_screen import PageScreen
from assist_cli.screens.said import Said
from assist_cli.screens.signs import ADVICE_SIGNS
from scoring.ranking.picks.choice import Decision

if TYPE_CHECKING:
    from assist_cli.workflows.cull.what_if import Answer, WhatIf

STEP = 0.05
MOST_NAMED = 200
"""Photos that are named; of more, nobody reads the list."""
BAR_CELLS = 60
COUNT_CELLS = 18
"""Before the bar of a count."""
MOST_NAME_CELLS = 30
COLUMN_GAP = 3


class WhatIfScreen(PageScreen):
    """Left and right move the slider; Enter takes its advice. Marks stay as they are whatever is chosen."""

    TITLE_LINE: ClassVar[str] = "What if we were stricter?"

    def __init__(self, desk: Desk, what_if: WhatIf | None) -> None:
        super().__init__(desk)
        self._what_if = what_if
        self._now = _strictness_now(desk, what_if)
        self._strictness = self._now

    def lines(self, width: int) -> Sequence[Text]:
        """The slider, the counts, and which photos would be advised otherwise."""
        if self._what_if is None:
            return [Text(self._not_yet())]
        answer = self._answer(self._what_if)
        bar = min(width - 2, BAR_CELLS)
        counts = {
            Decision.KEEPER: answer.kept,
            Decision.ALTERNATE: answer.alternates,
            Decision.REJECT_CANDIDATE: answer.rejected,
        }
        total = max(1, sum(counts.values()))
        rows = [_count(decision, count, total, bar) for decision, count in counts.items()]
        slider = _slider(answer.strictness, self._now, bar)
        return [*slider, Text(), *rows, Text(), *self._changed(answer, width)]

    def foot(self) -> str:
        """The keys that work here."""
        if self._what_if is None:
            return "any key goes back"
        return "← → move · Enter takes this advice, your marks stay · Esc leaves all as it is"

    def press(self, key: str) -> None:
        """Moves the slider, takes the advice, or leaves."""
        if key in ("left", "h", "right", "l"):
            step = STEP if key in ("right", "l") else -STEP
            self._strictness = min(1.0, max(0.0, self._strictness + step))
        elif key == "enter" and self._what_if is not None:
            self._take(self._what_if)
            self.dismiss()
        elif key in ("escape", "q", "ctrl+q", "ctrl+c", "w") or self._what_if is None:
            self.dismiss()
        else:
            self.said = f"{key_name(key)} does nothing here; ← → move the slider, Enter takes it, Esc leaves"

    def _answer(self, what_if: WhatIf) -> Answer:
        photos = self.desk.session.photos
        advised = {one.path: one.advice.decision for one in photos if one.advice is not None}
        return what_if.at(self._strictness, {one.path: one.marks for one in photos}, advised)

    def _take(self, what_if: WhatIf) -> None:
        """As many photos are told as were named before: of others only the words of the reason change."""
        changed = len(self._answer(what_if).changed)
        self.desk.session.take_in_advice(what_if.advice_at(self._strictness))
        self.desk.strictness = self._strictness
        told = f"changed for {counted(changed, 'photo')}" if changed else "is as it was"
        self.desk.said = Said(f"Our advice {told}; your marks are as they were")

    def _not_yet(self) -> str:
        progress = self.desk.progress
        done = f" ({progress.done} of {counted(progress.total, 'photo')} judged)" if progress else ""
        return f"Groups and advice are still being made{done}: look again in a while."

    def _changed(self, answer: Answer, width: int) -> list[Text]:
        if not answer.changed:
            return [Text("Nothing would change: this is what we advise now.", style=QUIET)]
        count = len(answer.changed)
        head = Text(f"{counted(count, 'photo')} would be advised otherwise:", style="bold")
        named = [
            f"{ADVICE_SIGNS[now]} → {ADVICE_SIGNS[then]}  {shortened_name(printable(path.name), MOST_NAME_CELLS)}"
            for path, (now, then) in islice(answer.changed.items(), MOST_NAMED)
        ]
        return [head, *map(Text, in_columns(named, width))]


def _strictness_now(desk: Desk, what_if: WhatIf | None) -> float:
    if desk.strictness is not None:
        return desk.strictness
    return what_if.usual if what_if else 0.0


def _slider(strictness: float, usual: float, width: int) -> list[Text]:
    """The handle, and below it what the ends mean and where our advice stands now."""
    place, now = (round(one * (width - 1)) for one in (strictness, usual))
    line = Text.assemble("├", ("─" * place, QUIET), ("█", CALM), ("─" * (width - 1 - place), QUIET), "┤")
    if now != place:
        line = Text.assemble(line[: now + 1], "┼", line[now + 2 :])
    ends = Text("keep more" + "stricter".rjust(max(len(" stricter"), width + 2 - len("keep more"))), style=QUIET)
    is_free = len("keep more") < now - 1 and now + len("now") < width - len("stricter")
    return [line, Text.assemble(ends[:now], ("now", "bold"), ends[now + len("now") :]) if is_free else ends]


def _count(decision: Decision, count: int, total: int, width: int) -> Text:
    cells = round(count / total * max(1, width - COUNT_CELLS))
    words = f"{ADVICE_SIGNS[decision]} {WORDS[decision]}"
    return Text.assemble(f"{words:<12}", (f"{count:5} ", "bold"), ("━" * cells, STYLES[decision]))


def in_columns(named: Sequence[str], width: int) -> list[str]:
    """Read down, then across; as many columns as there is room for."""
    cells = max(map(cell_len, named)) + COLUMN_GAP
    rows = -(-len(named) // max(1, width // cells))
    return ["".join(set_cell_size(one, cells) for one in named[row::rows]).rstrip() for row in range(rows)]
