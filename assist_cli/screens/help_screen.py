"""Every key and what it does, as the keymap has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text

from assist_cli.screens.key_names import key_name
from assist_cli.screens.page_screen import PageScreen
from assist_cli.workflows.cull.actions import Action

GROUPS: tuple[tuple[str, tuple[tuple[tuple[Action, ...], str], ...]], ...] = (
    (
        "Marks (each sets, none toggles)",
        (
            ((Action.PICK,), "pick"),
            ((Action.REJECT,), "reject"),
            ((Action.UNFLAG,), "no flag"),
            (tuple(Action(f"rate_{stars}") for stars in range(6)), "0 to 5 stars"),
            ((Action.LABEL_RED,), "red"),
            ((Action.LABEL_YELLOW,), "yellow"),
            ((Action.LABEL_GREEN,), "green"),
            ((Action.LABEL_BLUE,), "blue"),
            ((Action.LABEL_PURPLE,), "purple"),
            ((Action.LABEL_NONE,), "no label"),
            ((Action.STAY_PICK, Action.STAY_REJECT), "the same, and stay"),
            ((Action.TOGGLE_ADVANCE,), "go on after a mark, or stay"),
            ((Action.UNDO,), "take back, again and again"),
        ),
    ),
    (
        "Going about",
        (
            ((Action.NEXT,), "next photo"),
            ((Action.PREVIOUS,), "the one before"),
            ((Action.UP, Action.DOWN), "a row up, down"),
            ((Action.FIRST, Action.LAST), "first, last"),
            ((Action.PAGE_UP, Action.PAGE_DOWN), "a page"),
            ((Action.NEXT_UNRATED,), "next without a mark"),
            ((Action.PREVIOUS_SET, Action.NEXT_SET), "moment before, next moment"),
        ),
    ),
    (
        "Looking",
        (
            ((Action.ZOOM,), "1:1 at eyes, focus or sharpest part; arrows move"),
            ((Action.FOCUS_OVERLAY,), "where it is sharp"),
            ((Action.EXPOSURE_OVERLAY,), "what is clipped"),
            ((Action.CROP_OVERLAY,), "the suggested crop"),
            ((Action.LOUPE,), "one photo"),
            ((Action.GRID,), "grid"),
            ((Action.COMPARE,), "compare; then 1 to 4 keeps that frame, rejects the others; a page: more frames"),
            ((Action.FILTER,), "what is shown"),
            ((Action.SORT,), "in which order"),
            ((Action.WHAT_IF,), "what if one were stricter"),
            ((Action.HELP,), "these keys"),
            ((Action.QUIT,), "done: summary, sidecars"),
        ),
    ),
)
SIGNS = (
    "✓ pick  ✗ reject  3★ stars  ●R red label: what you said",
    "▲ keep  ◆ alternate  ▽ reject?: what we advise, while you said nothing",
    "◆ a good frame, but another one of its moment is better",
    "▌ the current photo  │ of the same moment  ! cannot be read",
)
TWO_COLUMNS_FROM = 100
MANY_KEYS = 3


class HelpScreen(PageScreen):
    """Two columns where there is room."""

    TITLE_LINE: ClassVar[str] = "Keys"

    def lines(self, width: int) -> Sequence[Text]:
        """Groups of keys, then the signs."""
        keys_width = max(cell_len(self._keys(actions)) for _, rows in GROUPS for actions, _ in rows)
        groups = [[*self._group(title, rows, keys_width)] for title, rows in GROUPS]
        signs = [Text("Signs", style="bold"), *map(Text, SIGNS)]
        if width < TWO_COLUMNS_FROM:
            return [line for part in (*groups, signs) for line in (*part, Text())]
        left, right = [*groups[0], Text(), *groups[1]], [*groups[2], Text(), *signs]
        return [*_beside(left, right, width // 2)]

    def foot(self) -> str:
        """How to leave."""
        return f"keymap {self.desk.keymap.name} · arrows scroll · any other key goes back"

    def press(self, key: str) -> None:  # noqa: ARG002 - whichever
        """Back to the photos."""
        self.dismiss()

    def _group(self, title: str, rows: Sequence[tuple[Sequence[Action], str]], width: int) -> Iterator[Text]:
        yield Text(title, style="bold underline")
        for actions, words in rows:
            if keys := self._keys(actions):
                yield Text.assemble((keys.rjust(width), "bold"), "  ", words)

    def _keys(self, actions: Sequence[Action]) -> str:
        keymap = self.desk.keymap
        if len(actions) == 1:
            return " ".join(key_name(key) for key in keymap.keys_of(actions[0])[:MANY_KEYS])
        firsts = [key_name(keymap.keys_of(action)[0]) for action in actions if keymap.keys_of(action)]
        return " ".join(firsts)


def _beside(left: Sequence[Text], right: Sequence[Text], width: int) -> Iterator[Text]:
    for one, other in zip_longest(left, right):
        line = (one or Text()).copy()
        line.truncate(width - 2, overflow="ellipsis")
        line.pad_right(width - line.cell_len)
        yield Text.assemble(line, other or Text())
