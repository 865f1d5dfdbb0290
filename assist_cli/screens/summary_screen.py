"""The end of a cull: what was marked, and whether it goes into sidecars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text

from assist_cli.render.counted import counted
from assist_cli.render.line_fill import wrapped
from assist_cli.render.palette import QUIET
from assist_cli.screens.desk import Desk
from assist_cli.screens.key_names import key_name
from assist_cli.screens.messages import LeaveCull, SaveNow
from assist_cli.screens.page_screen import PageScreen
from assist_cli.screens.saving import counts_words, saved_words, trouble_words, undo_words
from assist_cli.screens.signs import TROUBLE

GO_ON = frozenset({"escape"})
LEAVE = frozenset({"n", "N", "ctrl+c"})
"""Ctrl+C means out, and nothing else: whoever presses it twice wants no file written."""
WRITE = frozenset({"enter", "q", "ctrl+q", "y"})
TAKEN_BACK = "taken back by assist undo, or their files deleted"
FOOT_WORDS = 2
"""Of each choice in the foot: `Esc goes` alone reads like leaving."""


class SummaryScreen(PageScreen):
    """Leaves when everything is written; stays where something could not be, and says what."""

    TITLE_LINE: ClassVar[str] = "That was it for now"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.is_saving = False
        self.has_tried = False

    def lines(self, width: int) -> Sequence[Text]:
        """The counts, what is unsaved, what became of the writing."""
        desk = self.desk
        lines = [Text(f"{counts_words(desk.session.counts())}.", style="bold")]
        pace = desk.session.pace()
        if pace is not None:
            lines.append(Text(f"Lately {counted(round(pace), 'photo')} a minute.", style=QUIET))
        lines.append(Text())
        lines += [Text(row, style=style) for words, style in self._state() for row in wrapped(words, width)]
        return [*lines, Text(), *(Text.assemble((f"{key:<7}", "bold"), words) for key, words in self._choices())]

    def foot(self) -> str:
        """The keys once more, for screens that are too low to show them above."""
        if self.is_saving:
            return "writing …"
        return " · ".join(f"{key} {' '.join(words.split()[:FOOT_WORDS])}" for key, words in self._choices())

    def press(self, key: str) -> None:
        """Writes, leaves, or goes back."""
        if self.is_saving:
            self.said = "Sidecars are being written: a moment"
        elif key in GO_ON:
            self.dismiss()
        elif key in LEAVE or (key in WRITE and (not self._unsaved or self.has_tried)):
            self.post_message(LeaveCull())
        elif key in WRITE:
            self.is_saving = True
            self.post_message(SaveNow())
        else:
            self.said = f"{key_name(key)} does nothing here; {self.foot()}"

    def _choices(self) -> list[tuple[str, str]]:
        if self.is_saving:
            return []
        back = ("Esc", "goes on culling")
        if not self._unsaved or self.has_tried:
            return [("Enter", "leaves"), back]
        return [("Enter", "writes them into sidecars and leaves"), ("n", "leaves without"), back]

    def saved(self) -> None:
        """The writing came to an end with some trouble: otherwise nobody would see this screen any more."""
        self.is_saving, self.has_tried = False, True
        self.show()

    @property
    def _unsaved(self) -> int:
        return len(self.desk.session.unsaved())

    def _state(self) -> list[tuple[str, str]]:
        saving = self.desk.saving
        told: list[tuple[str, str]] = []
        if saving.last is not None:
            trouble = [*trouble_words(saving.last)]
            told += [
                (words, TROUBLE if words in trouble else "default")
                for words in saved_words(saving.last, len(saving.photos))
            ]
            if saving.undo:
                told.append((f"{undo_words(saving.undo)}.", "default"))
        if self.desk.said.is_trouble and self.desk.said.text not in [words for words, _ in told]:
            told.append((self.desk.said.text, TROUBLE))
        if self._unsaved:
            photos = "1 photo has marks" if self._unsaved == 1 else f"{self._unsaved} photos have marks"
            told.append((f"{photos} that no sidecar holds yet; they are safe in the catalogue.", "default"))
            if before := sum(one.was_there for one in self.desk.session.unsaved()):
                told.append((f"Sidecars had those of {counted(before, 'photo')} before: {TAKEN_BACK}.", "default"))
            told.append(("Your editors see them once they are in sidecars. Photos themselves never change.", QUIET))
        elif self.desk.is_reading:
            told.append(("Nothing of this cull is left to be written; sidecars are still being read.", QUIET))
        elif saving.last is None:
            told.append(("Nothing is left to be written.", QUIET))
        return told
