"""The parts of a legend."""

import numpy as np
import pytest

from scoring.overlays.colour_scales import SHARPNESS_SCALE
from scoring.overlays.legend import Figure, Note, stacked
from scoring.overlays.legend_bar import BAR_PX, ColourBar
from scoring.overlays.legend_key import SWATCH_PX, Key, KeyRow, percent, plain_swatch
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


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.0, "0 %"), (0.0001, "< 0.1 %"), (0.014, "1.4 %"), (0.0994, "9.9 %"), (0.0999, "10 %"), (0.5, "50 %")],
)
def test_shares_are_told_as_precisely_as_it_matters(share, told):
    assert percent(share) == told


def test_strips_are_stacked_with_gaps():
    strips = [np.full((10, 50, 3), level, np.uint8) for level in (100, 200)]
    assert stacked(strips, 50, 7).shape == (27, 50, 3)
    assert stacked([], 50, 7).shape == (1, 50, 3)
