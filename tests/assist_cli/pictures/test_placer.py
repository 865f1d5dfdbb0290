"""What is on the screen, and what the terminal keeps."""

from __future__ import annotations

import numpy as np
import pytest

from assist_cli.pictures import placer as placing
from assist_cli.pictures.drawing import draw
from assist_cli.pictures.placer import Placer
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from tests.assist_cli.pictures.heard_kitty import HeardKitty

KITTY = Terminal(Protocol.KITTY)


@pytest.fixture
def heard():
    return HeardKitty()


@pytest.fixture
def placer():
    return Placer(KITTY)


def drawn(value=0, terminal=KITTY):
    return draw(np.full((40, 60, 3), value, np.uint8), (6, 2), terminal)


def test_picture_is_sent_once_however_often_it_is_shown(placer, heard):
    picture = drawn()
    heard.hear(placer.draw(picture, 0, 0))
    heard.hear(placer.remove(picture))
    assert heard.shown == {}
    again = placer.draw(picture, 3, 3)
    assert len(again) < 100
    assert len(heard.hear(again).shown) == 1


def test_removing_what_is_not_shown_writes_nothing(placer):
    assert placer.remove(drawn()) == ""


def test_clearing_takes_all_off_and_closing_lets_the_terminal_forget(placer, heard):
    for value in range(3):
        heard.hear(placer.draw(drawn(value), 0, value))
    heard.hear(placer.clear())
    assert (len(heard.shown), len(heard.pictures)) == (0, 3)
    assert heard.hear(placer.close()).pictures == {}


def test_terminal_keeps_a_bounded_amount_but_all_that_is_shown(placer, heard, monkeypatch):
    pictures = [drawn(value) for value in range(5)]
    monkeypatch.setattr(placing, "KEPT_BYTES", 2.5 * pictures[0].size_bytes)
    for picture in pictures[:4]:
        heard.hear(placer.draw(picture, 0, 0))
    assert len(heard.pictures) == 4
    for picture in pictures[:4]:
        heard.hear(placer.remove(picture))
    heard.hear(placer.draw(pictures[4], 0, 0))
    assert [int(only[0, 0, 0]) for only in heard.pictures.values()] == [3, 4]
    heard.hear(placer.draw(pictures[0], 0, 0))
    assert len(heard.shown) == 2


def test_files_that_the_terminal_did_not_take_are_deleted(tmp_path, monkeypatch, heard):
    monkeypatch.setattr(placing, "picture_folder", lambda: tmp_path)
    terminal = Terminal(Protocol.KITTY, reads_files=True)
    placer = Placer(terminal)
    heard.hear(placer.draw(drawn(1, terminal), 0, 0))
    placer.draw(drawn(2, terminal), 0, 0)
    assert len(list(tmp_path.rglob("*tty-graphics-protocol*/*"))) == 1
    placer.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("protocol", [Protocol.ITERM, Protocol.SIXEL])
def test_terminals_that_keep_nothing_are_sent_the_picture_each_time(protocol):
    terminal = Terminal(protocol)
    placer, picture = Placer(terminal), drawn(1, terminal)
    assert placer.draw(picture, 4, 2) == placer.draw(picture, 4, 2) == picture.place(4, 2)
    assert placer.remove(picture) == picture.erase(4, 2)
    assert placer.close() == ""


def test_pictures_of_characters_need_no_sequences():
    placer, picture = Placer(Terminal()), drawn(1, Terminal())
    assert placer.draw(picture, 0, 0) == placer.remove(picture) == placer.close() == ""
