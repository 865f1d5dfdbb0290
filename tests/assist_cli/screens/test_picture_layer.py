"""Pictures that the terminal draws: sent once, moved, taken off."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.cull_app import CullApp
from assist_cli.screens.picture_layer import PictureLayer
from assist_cli.screens.placement import Placement


@dataclass(frozen=True)
class Picture:
    """Says what is asked of it."""

    name: str
    cells: tuple[int, int] = (4, 2)
    size_bytes: int = 8
    printed: None = None

    def upload(self, folder):  # noqa: ARG002
        return f"<send {self.name}>"

    def place(self, column, row):
        return f"<{self.name} at {column},{row}>"

    def erase(self, column, row):
        return f"<no {self.name} at {column},{row}>"

    def discard(self):
        return f"<forget {self.name}>"


def layer(protocol=Protocol.KITTY):
    written: list[str] = []
    return PictureLayer(Terminal(protocol), written.append), written


def test_picture_is_sent_once_and_not_drawn_again_where_it_stands():
    shown, written = layer()
    one = Placement(Picture("one"), 3, 2)
    shown.show([one])
    shown.show([one])
    assert written == ["<send one><one at 3,2>"]


def test_other_picture_takes_the_place_of_the_first():
    shown, written = layer()
    shown.show([Placement(Picture("one"), 3, 2)])
    shown.show([Placement(Picture("two"), 3, 2)])
    assert written[-1] == "<send two><two at 3,2><no one at 3,2>"


@pytest.mark.parametrize("protocol", [Protocol.SIXEL, Protocol.ITERM])
def test_pictures_in_cells_are_not_erased_where_something_else_stands_by_now(protocol):
    shown, written = layer(protocol)
    shown.show([Placement(Picture("one"), 3, 2)])
    shown.show([])
    shown.clear()
    assert written == ["<send one><one at 3,2>"]


def test_what_was_drawn_over_is_drawn_again():
    shown, written = layer()
    one = Placement(Picture("one"), 3, 2)
    shown.show([one])
    shown.show([one], repainted=[one.picture])
    assert written[-1] == "<one at 3,2>"


def test_another_screen_has_none_and_the_first_has_them_again():
    shown, written = layer()
    one = Placement(Picture("one"), 3, 2)
    shown.show([one])
    shown.clear()
    shown.show([one])
    assert written[1:] == ["<no one at 3,2>", "<one at 3,2>"]


def test_end_lets_the_terminal_forget():
    shown, written = layer()
    shown.show([Placement(Picture("one"), 3, 2)])
    shown.close()
    assert written[-1] == "<no one at 3,2><forget one>"


def test_loupe_has_the_terminal_draw_the_photo(cull, monkeypatch):
    written: list[str] = []
    monkeypatch.setattr(CullApp, "write_to_terminal", lambda _app, text: written.append(text))

    async def steps(played):
        await played.until(lambda: any("a=t" in text for text in written))
        await played.press("question_mark")
        assert any("a=d" in text for text in written)

    cull(steps, terminal=Terminal(Protocol.KITTY))
    assert "a=d,d=I" in written[-1]
