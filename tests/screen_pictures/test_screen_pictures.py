"""Screens come out as pictures: words as words, blocks as pixels, and what a terminal draws as the file it is sent."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
import pytest
from PIL import Image
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from assist_cli.pictures.fit import Fit
from assist_cli.pictures.iterm2 import iterm_picture
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.placement import Placement
from tests.screen_pictures.screen_svg import screen_svg
from tests.screen_pictures.take_pictures import Wish, take_pictures
from tests.screen_pictures.takes import BEFORE_SCORES, TAKES
from tests.screen_pictures.terminal_colours import DARK, LIGHT

SCREEN = [
    Strip([Segment("a < b", Style(bold=True)), Segment("▀", Style(color="rgb(255,0,0)", bgcolor="rgb(0,0,255)"))])
]


def drawn(svg: str, kind: str) -> Image.Image:
    found = re.search(rf"data:image/{kind};base64,([^\"]+)", svg)
    assert found
    return Image.open(io.BytesIO(base64.b64decode(found[1])))


def test_words_stay_words():
    svg = screen_svg(SCREEN, (), DARK)
    assert ">a\u00a0&lt;\u00a0b</text>" in svg
    assert 'font-weight="bold"' in svg


def test_block_has_the_colours_of_its_halves():
    pixels = np.asarray(drawn(screen_svg(SCREEN, (), DARK), "png"))
    assert pixels[0, -1].tolist() == [255, 0, 0]
    assert pixels[-1, -1].tolist() == [0, 0, 255]


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_what_has_no_colour_has_the_terminals(theme):
    pixels = np.asarray(drawn(screen_svg(SCREEN, (), theme), "png"))
    assert tuple(pixels[0, 0].tolist()) == theme.background_color


def test_picture_of_the_terminal_is_the_file_that_it_is_sent():
    picture = iterm_picture(np.full((40, 30, 3), 200, np.uint8), Fit((30, 40), (3, 2)))
    svg = screen_svg(SCREEN, [Placement(picture, 2, 0)], DARK)
    assert drawn(svg, "jpeg").size == (30, 40)
    assert '<image x="20" y="0" width="30" height="40"' in svg


def test_cull_is_played_and_its_screens_saved(tmp_path):
    photos = tmp_path / "photos"
    photos.mkdir()
    Image.new("RGB", (60, 40), (200, 30, 30)).save(photos / "IMG_0001.JPG")
    wish = Wish((80, 24), Terminal(), DARK, only=frozenset(take.name for take in BEFORE_SCORES))
    take_pictures(photos, tmp_path / "out", wish)
    saved = {path.stem: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert saved.keys() == wish.only
    assert "IMG_0001.JPG" in saved["nothing_scored"]
    assert "Not\u00a0judged\u00a0yet." in saved["nothing_scored"]


def test_every_take_has_a_name_of_its_own():
    names = [take.name for take in (*BEFORE_SCORES, *TAKES)]
    assert len(set(names)) == len(names)
