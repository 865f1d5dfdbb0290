"""A prompt: which photos are shown, or in which order; typed, or chosen from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text

from assist_cli.failures import BadRequestError
from assist_cli.screens.desk import Desk
from assist_cli.screens.key_names import key_name
from assist_cli.screens.page_screen import PageScreen
from assist_cli.screens.said import Said

Option = tuple[str, str]
"""A name, and what is said beside it."""


class ChoiceScreen(PageScreen):
    """`choose` does it, and says what was done; it raises `BadRequestError` for a name that is none."""

    def __init__(self, desk: Desk, title: str, options: Sequence[Option], choose: Callable[[str], Said]) -> None:
        super().__init__(desk)
        self.title_line = title
        self._options, self._choose = options, choose
        self._typed = ""
        self._place = 0

    def lines(self, width: int) -> Sequence[Text]:  # noqa: ARG002 - cut by the page
        """What is typed, then the names that it may mean."""
        typed = Text.assemble("  ", (self._typed, "bold"), "█")
        rows = []
        for place, (name, words) in enumerate(self._offered()):
            is_chosen = place == self._place
            style = "bold reverse" if is_chosen else ""
            row = Text.assemble("▶ " if is_chosen else "  ", (name.ljust(18), style), f" {words}")
            rows.append(row)
        return [typed, Text(), *self._around(rows)]

    def foot(self) -> str:
        """The keys that work here."""
        return "type to narrow · ↑ ↓ choose · Enter takes it · Esc leaves it as it is"

    def scrolled(self, key: str) -> bool:  # noqa: ARG002 - letters are typed, arrows choose
        """The list is moved by the choice in it."""
        return False

    def press(self, key: str) -> None:
        """Types, chooses, takes."""
        offered = self._offered()
        if key in ("escape", "ctrl+c", "ctrl+q"):
            self.dismiss()
        elif key in ("down", "up"):
            self._place = max(0, min(self._place + (1 if key == "down" else -1), len(offered) - 1))
        elif key == "enter":
            self._take(offered[self._place][0] if offered else self._typed)
        elif key == "backspace":
            self._typed, self._place = self._typed[:-1], 0
        else:
            self._type(key)

    def _type(self, key: str) -> None:
        letter = key if len(key) == 1 else TYPED.get(key)
        if letter is None:
            self.said = f"{key_name(key)} does nothing here"
        else:
            self._typed, self._place = self._typed + letter, 0

    def _take(self, name: str) -> None:
        try:
            self.desk.said = self._choose(name)
        except BadRequestError as error:
            self.said = f"{error}; {error.hint}"
            return
        self.dismiss()

    def _offered(self) -> list[Option]:
        return [option for option in self._options if self._typed.lower() in option[0]]

    def _around(self, rows: list[Text]) -> list[Text]:
        room = max(1, self.app.size.height - 6)
        start = max(0, min(self._place - room // 2, len(rows) - room))
        return rows[start : start + room]


TYPED = {
    "plus": "+",
    "less_than_sign": "<",
    "full_stop": ".",
    "underscore": "_",
    "minus": "-",
    "space": " ",
}
"""Keys that Textual names, and that occur in names of filters: `3+`, `focus<0.4`."""
