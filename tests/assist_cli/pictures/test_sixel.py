"""Sixels, decoded as a terminal does."""

from __future__ import annotations

import re

import numpy as np
import pytest

from assist_cli.pictures.drawing import draw
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.sixel import LONGEST, sixels
from assist_cli.pictures.terminal import Terminal

HEAD = re.compile(r'\x1bP0;1q"1;1;(\d+);(\d+)')
TOKEN = re.compile(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$-])")


def decoded(sequence):
    """(H, W, 3) of hundredths, -1 where nothing was drawn."""
    head = HEAD.match(sequence)
    width, height = int(head[1]), int(head[2])
    picture = np.full((height, width, 3), -1)
    colours, colour, x, top = {}, (), 0, 0
    body = sequence[head.end() :].removesuffix("\x1b\\")
    assert TOKEN.sub("", body) == ""
    for number, r, g, b, chosen, count, repeated, once, move in TOKEN.findall(body):
        if number:
            colours[number] = (int(r), int(g), int(b))
        elif chosen:
            colour = colours[chosen]
        elif move:
            x, top = 0, top + 6 * (move == "-")
        else:
            dots, length = ord(repeated or once) - 63, int(count or 1)
            for line in range(6):
                if dots >> line & 1:
                    picture[top + line, x : x + length] = colour
            x += length
            assert x <= width
    return picture


@pytest.mark.parametrize("shape", [(12, 30), (13, 7), (1, 1), (6, LONGEST * 2 + 5)])
def test_every_pixel_has_its_colour(shape):
    palette = np.array([(0, 0, 0), (255, 0, 0), (0, 255, 255), (51, 102, 153)], np.uint8)
    numbers = np.random.default_rng(1).integers(0, 4, shape).astype(np.uint8)
    assert np.array_equal(decoded(sixels(numbers, palette)), np.rint(palette[numbers] / 2.55))


def test_even_area_is_a_few_bytes():
    assert len(sixels(np.zeros((600, 1000), np.uint8), np.zeros((1, 3), np.uint8))) < 1000


def test_unused_colours_cost_no_line():
    palette = np.zeros((256, 3), np.uint8)
    one = sixels(np.full((6, 10), 7, np.uint8), palette)
    assert one.endswith("#7!10~-\x1b\\")


def test_photo_keeps_its_colours():
    rows, columns = np.mgrid[:120, :180]
    rgb = np.stack([rows * 2, columns, 255 - columns], axis=-1).astype(np.uint8)
    picture = draw(rgb, (18, 6), Terminal(Protocol.SIXEL))
    shown = decoded(picture.sequence) * 2.55
    assert shown.shape == rgb.shape
    assert np.sqrt(((shown - rgb) ** 2).mean()) < 12
    assert np.abs(shown.mean(axis=(0, 1)) - rgb.mean(axis=(0, 1))).max() < 3


def test_cursor_goes_back_to_where_it_was():
    placed = draw(np.zeros((40, 60, 3), np.uint8), (6, 2), Terminal(Protocol.SIXEL)).place(4, 2)
    assert placed.startswith("\x1b7\x1b[3;5H\x1bP")
    assert placed.endswith("\x1b\\\x1b8")


def test_draft_is_drawn_in_large_pixels_at_full_size():
    rgb = np.zeros((4, 6, 3), np.uint8)
    rgb[:, 3:] = 255
    shown = decoded(draw(rgb, (18, 6), Terminal(Protocol.SIXEL)).sequence)
    assert shown.shape == (120, 180, 3)
    assert shown[:, :90].max() < 5
    assert shown[:, 90:].min() > 95
