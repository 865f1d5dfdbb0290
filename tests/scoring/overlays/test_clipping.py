"""What is blown and what is black."""

import numpy as np
import pytest

from scoring.assessment import Assessment, cannot_judge
from scoring.overlays.clipping import MARKS, OVERLAY, clipped_areas
from scoring.overlays.legend_key import Key
from tests.scoring.overlays.conftest import frame_of


@pytest.fixture
def clipped():
    """A third white, a third with red blown, a sixth black, a sixth in order."""
    rgb = np.full((300, 600, 3), 120, np.uint8)
    rgb[:, :200] = 255
    rgb[:, 200:400] = (255, 100, 40)
    rgb[:, 400:500] = 0
    return frame_of(rgb)


def test_areas_are_those_the_exposure_assessor_counts(clipped):
    measured = clipped.clipping
    white, partly, black = (float(area.mean()) for area in clipped_areas(clipped))
    assert white == pytest.approx(measured.white)
    assert white + partly == pytest.approx(measured.highlights)
    assert black == pytest.approx(measured.shadows)


def test_each_area_shows_its_marks_colours_and_the_rest_is_grey(clipped, said):
    layer = OVERLAY.paint(clipped, said, 600)
    for (_meaning, pattern), columns in zip(MARKS, (slice(0, 200), slice(200, 400), slice(400, 500)), strict=True):
        shown = {tuple(colour) for colour in layer.picture[:, columns].reshape(-1, 3).tolist()}
        assert shown == {pattern.ground, pattern.stripe}
    rest = layer.picture[:, 500:].reshape(-1, 3)
    assert (rest == rest[:, :1]).all()


def test_the_legend_has_the_marks_themselves_and_their_shares(clipped, said):
    (key,) = (part for part in OVERLAY.paint(clipped, said, 600).legend if isinstance(part, Key))
    assert [row.share for row in key.rows] == pytest.approx([1 / 3, 1 / 3, 1 / 6])
    for row, (_meaning, pattern) in zip(key.rows, MARKS, strict=True):
        assert {tuple(colour) for colour in row.swatch.reshape(-1, 3).tolist()} == {pattern.ground, pattern.stripe}


def test_the_sentence_is_the_one_about_clipping(clipped):
    reasons = ("Much too bright: the mid-tones sit high.", "33 % of the frame is blown to pure white.")
    assert OVERLAY.paint(clipped, Assessment(0.2, 0.9, "severely over", reasons), 600).caption == reasons[1]


def test_without_such_a_sentence_the_shares_are_told(clipped, garden):
    said = Assessment(0.2, 0.9, "normal", ("Well exposed, and next to nothing is blown.",))
    assert OVERLAY.paint(clipped, said, 600).caption == (
        "33 % of the photo is blown to white, 33 % is blown in one or two channels, and 17 % is black without detail."
    )
    one = np.full((300, 600, 3), 120, np.uint8)
    one[:, :60] = 0
    assert OVERLAY.paint(frame_of(one), said, 600).caption == (
        "10 % of the photo is black without detail; nothing else is lost."
    )
    plain = frame_of(np.full((300, 600, 3), 120, np.uint8))
    assert OVERLAY.paint(plain, said, 600).caption == "Nothing is blown or black."
    assert OVERLAY.paint(garden, said, 600).caption == (
        "3.2 % of the photo is blown to white, and 2.1 % is black without detail."
    )


def test_an_abstention_gives_its_own_reason(clipped):
    layer = OVERLAY.paint(clipped, cannot_judge("The picture is too small."), 600)
    assert layer.caption == ""
    assert not layer.counted
