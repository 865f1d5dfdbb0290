"""Pictures of characters as lines of the screen."""

from __future__ import annotations

import io

import numpy as np
import pytest
from rich.console import Console

from assist_cli.pictures.half_blocks import half_blocks
from assist_cli.pictures.protocol import Colours
from assist_cli.screens.picture_strips import strips_of


@pytest.fixture
def rgb():
    return np.random.default_rng(1).integers(0, 256, (40, 80, 3)).astype(np.uint8)


@pytest.mark.parametrize("colours", Colours)
def test_lines_show_the_characters_of_the_picture(rgb, colours):
    picture = half_blocks(rgb, (20, 5), colours)
    lines = strips_of(picture)
    assert [line.text for line in lines] == ["".join(row) for row in picture.glyphs]
    assert {line.cell_length for line in lines} == {20}


@pytest.mark.parametrize("system", ["truecolor", "256"])
def test_colours_are_written_as_the_picture_has_them(rgb, system):
    # Whatever Rich thinks of the terminal: what it can was found out when the picture was made.
    picture = half_blocks(rgb, (20, 5))
    red, green, blue = picture.ink[0, 0]
    written = strips_of(picture)[0].render(Console(file=io.StringIO(), color_system=system))
    assert written.startswith(f"\x1b[38;2;{red};{green};{blue};48;2;")
