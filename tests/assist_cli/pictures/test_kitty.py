"""kitty's graphics protocol: what a terminal understands of what we write."""

from __future__ import annotations

import numpy as np
import pytest

from assist_cli.pictures.drawing import REMOTE_PIXELS, draw
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from tests.assist_cli.pictures.heard_kitty import HeardKitty

LOCAL = Terminal(Protocol.KITTY)
FILES = Terminal(Protocol.KITTY, reads_files=True)
REMOTE = Terminal(Protocol.KITTY, is_remote=True)
TMUX = Terminal(Protocol.KITTY, in_tmux=True)


@pytest.fixture
def rgb():
    return np.random.default_rng(1).integers(0, 255, (200, 300, 3), np.uint8)


def only(pictures):
    (picture,) = pictures.values()
    return picture


@pytest.mark.parametrize("terminal", [LOCAL, FILES, REMOTE], ids=["in the text", "in a file", "as PNG"])
def test_picture_arrives_pixel_by_pixel(rgb, terminal, tmp_path):
    picture = draw(rgb, (30, 10), terminal)
    heard = HeardKitty().hear(picture.upload(tmp_path if terminal.reads_files else None))
    assert np.array_equal(only(heard.pictures), rgb)
    assert list(tmp_path.iterdir()) == []


def test_text_is_sent_in_chunks_of_4096(rgb):
    heard = HeardKitty().hear(draw(rgb, (30, 10), LOCAL).upload(None))
    assert heard.longest == 4096


def test_large_picture_is_sent_smaller_over_a_line_and_shown_as_large():
    rgb = np.zeros((1200, 1800, 3), np.uint8)
    picture = draw(rgb, (180, 80), REMOTE)
    height, width = only(HeardKitty().hear(picture.upload(None)).pictures).shape[:2]
    assert width * height == pytest.approx(REMOTE_PIXELS, rel=0.01)
    assert width / height == pytest.approx(1.5, rel=0.01)
    assert picture.cells == (180, 60)


@pytest.mark.parametrize(
    ("shape", "side"), [((200, 300, 3), "c=30"), ((300, 200, 3), "r=10")], ids=["landscape", "portrait"]
)
def test_picture_is_placed_by_its_number_at_its_place(shape, side):
    picture = draw(np.zeros(shape, np.uint8), (30, 10), LOCAL)
    placed = picture.place(4, 2)
    assert placed.startswith("\x1b7\x1b[3;5H\x1b_G")
    assert placed.endswith("\x1b8")
    assert f",{side}," in placed
    heard = HeardKitty().hear(picture.upload(None)).hear(placed)
    assert only(heard.shown)["C"] == "1"


def test_erased_picture_is_kept_and_discarded_one_is_not(rgb):
    picture = draw(rgb, (30, 10), LOCAL)
    heard = HeardKitty().hear(picture.upload(None)).hear(picture.place(0, 0)).hear(picture.erase(0, 0))
    assert heard.shown == {}
    assert len(heard.pictures) == 1
    assert heard.hear(picture.discard()).pictures == {}


def test_numbers_differ(rgb):
    assert len({draw(rgb, (3, 1), LOCAL).number for _ in range(5)}) == 5


def test_within_tmux_all_is_wrapped_and_the_picture_is_printed(rgb):
    picture = draw(rgb, (30, 10), TMUX)
    heard = HeardKitty().hear_through_tmux(picture.upload(None))
    assert np.array_equal(only(heard.pictures), rgb)
    placement = only(heard.shown)
    assert (placement["U"], placement["c"], placement["r"]) == ("1", "30", "10")
    assert picture.place(0, 0) == picture.erase(0, 0) == ""
    assert picture.printed.cells == (30, 10)


def test_outside_tmux_nothing_is_printed(rgb):
    assert draw(rgb, (30, 10), LOCAL).printed is None


def test_small_photo_is_sent_as_it_is_and_enlarged_by_the_terminal(rgb):
    picture = draw(rgb, (120, 40), LOCAL)
    assert only(HeardKitty().hear(picture.upload(None)).pictures).shape == rgb.shape
    assert picture.cells == (120, 40)
