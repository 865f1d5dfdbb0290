"""What would be kept if one were stricter: told while a slider is moved, before anything happens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from assist_cli.render.counted import counted
from assist_cli.render.palette import CALM, QUIET
from assist_cli.render.plain_text import printable
from assist_cli.screens.desk import Desk
from assist_cli.screens.page_screen import PageScreen
from assist_cli.screens.said import Said

if TYPE_CHECKING:
    from assist_cli.workflows.cull.what_if import Answer, WhatIf

STEP = 0.05
MOST_NAMED = 200
"""Photos that are named; of more, nobody reads the list."""
BAR_CELLS = 60


class WhatIfScreen(PageScreen):
    """Left and right move the slider; Enter takes its advice. Marks stay as they are whatever is chosen."""

    TITLE_LINE: ClassVar[str] = "What if?"

    def __init__(self, desk: Desk, what_if: WhatIf | None) -> None:
        super().__init__(desk)
        self._what_if = what_if
        self._strictness = what_if.usual if what_if else 0.0

    def lines(self, width: int) -> Sequence[Text]:
        """The slider, the counts, and which photos would be advised otherwise."""
        if self._what_if is None:
            return [Text(self._not_yet())]
        answer = self._what_if.at(self._strictness, {one.path: one.marks for one in self.desk.session.photos})
        bar = min(width - 2, BAR_CELLS)
        place = round(answer.strictness * (bar - 1))
        slider = Text.assemble("├", ("─" * place, QUIET), ("█", CALM), ("─" * (bar - 1 - place), QUIET), "┤")
        ends = "keep more" + " " * max(1, bar + 2 - len("keep more") - len("stricter")) + "stricter"
        total = max(1, answer.kept + answer.alternates + answer.rejected)
        rows = [
            _count("▲ keep", answer.kept, total, bar),
            _count("◆ alternate", answer.alternates, total, bar),
            _count("▽ reject?", answer.rejected, total, bar),
        ]
        return [slider, Text(ends, style=QUIET), Text(), *rows, Text(), *self._changed(answer)]

    def foot(self) -> str:
        """The keys that work here."""
        if self._what_if is None:
            return "any key goes back"
        return "← → stricter or less so · Enter takes this advice, marks nothing · Esc leaves all as it is"

    def press(self, key: str) -> None:
        """Moves the slider, takes the advice, or leaves."""
        if key in ("left", "h", "right", "l"):
            step = STEP if key in ("right", "l") else -STEP
            self._strictness = min(1.0, max(0.0, self._strictness + step))
        elif key == "enter" and self._what_if is not None:
            changed = self.desk.session.take_in_advice(self._what_if.advice_at(self._strictness))
            self.desk.said = Said(
                f"Our advice changed for {counted(len(changed), 'photo')}; your marks are as they were"
            )
            self.dismiss()
        elif key in ("escape", "q", "ctrl+q", "ctrl+c", "w") or self._what_if is None:
            self.dismiss()
        else:
            self.said = f"{key} does nothing here; ← → move the slider, Enter takes it, Esc leaves"

    def _not_yet(self) -> str:
        progress = self.desk.progress
        done = f" ({progress.done} of {counted(progress.total, 'photo')} judged)" if progress else ""
        return f"Groups and advice are still being made{done}: look again in a while."

    def _changed(self, answer: Answer) -> list[Text]:
        if not answer.changed:
            return [Text("As we advise now.", style=QUIET)]
        head = Text(f"{counted(len(answer.changed), 'photo')} would be advised otherwise:", style="bold")
        return [head, *(Text(f"  {printable(path.name)}") for path in answer.changed[:MOST_NAMED])]


def _count(words: str, count: int, total: int, width: int) -> Text:
    cells = round(count / total * max(1, width - 22))
    return Text.assemble(f"{words:<14}", (f"{count:5} ", "bold"), ("█" * cells, CALM))
