"""The parts of a legend."""

import numpy as np
import pytest

from scoring.overlays.colour_scales import SHARPNESS_SCALE
from scoring.overlays.legend import Figure, Note, stacked
from scoring.overlays.legend_bar import BAR_PX, ColourBar
from scoring.overlays.legend_key import SWATCH_PX, Key, KeyRow, outlined_swatch, plain_swatch
from scoring.overlays.palette import BACKGROUND

PARTS = [
    Note("Some words that need more than one line to be told in full."),
    Figure("A picture", np.full((50, 700, 3), 200, np.uint8)),
    Key("A key", (KeyRow(plain_swatch((200, 0, 0)), "red", 0.5), KeyRow(None, "no swatch")), bars=True),
    ColourBar("A bar", SHARPNESS_SCALE, ((0.0, "least"), (1.0, "most"))),
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_a_part_is_as_wide_as_asked_and_has_ink(part):
    strip = part.drawn(420)
    assert strip.shape[1:] == (420, 3)
    assert (strip != BACKGROUND).any()


def test_swatches_and_bars_show_exactly_the_colours_they_stand_for():
    key = Key("", (KeyRow(plain_swatch((200, 10, 60)), "red"),)).drawn(420)
    assert ((key == (200, 10, 60)).all(axis=2)).sum() == SWATCH_PX[0] * SWATCH_PX[1]
    bar = ColourBar("", SHARPNESS_SCALE, ()).drawn(256)
    assert (bar[:BAR_PX] == SHARPNESS_SCALE[None]).all()


def test_a_small_figure_is_not_enlarged():
    figure = np.full((20, 30, 3), 200, np.uint8)
    strip = Figure("", figure).drawn(420)
    assert strip.shape[0] == 20
    assert (strip == 200).all(axis=2).sum() == 600


def test_strips_are_stacked_with_gaps():
    strips = [np.full((10, 50, 3), level, np.uint8) for level in (100, 200)]
    assert stacked(strips, 50, 7).shape == (27, 50, 3)
    assert stacked([], 50, 7).shape == (1, 50, 3)


def test_swatch_of_a_box_has_its_colour_and_gaps_where_it_is_dashed():
    colour = (230, 159, 0)
    whole, dashed = ((outlined_swatch(colour, dashed=gaps) == colour).all(axis=2).sum() for gaps in (False, True))
    assert 0 < dashed < whole
    assert outlined_swatch(colour).shape == plain_swatch(colour).shape
