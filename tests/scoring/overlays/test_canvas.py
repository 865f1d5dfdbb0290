"""How a page is laid out."""

import numpy as np
import pytest

from scoring.assessment import Assessment, cannot_judge
from scoring.overlays.canvas import COLUMN_PX, LONG_EDGE_PX, MARGIN_PX, NARROWEST_PX, page, picture_long_edge_px
from scoring.overlays.legend import Note
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import BACKGROUND
from tests.scoring.overlays.conftest import frame_of

INK = np.array((255, 0, 255), np.uint8)


def plain(caption="", legend=()):
    """An overlay that paints everything magenta."""

    def paint(frame, _said, long_edge_px):
        scale = long_edge_px / max(frame.rgb.shape[:2])
        size = (max(1, round(length * scale)) for length in frame.rgb.shape[:2])
        return Layer(np.tile(INK, (*size, 1)), legend, caption)

    return Overlay("plain", "Plain", "exposure", paint)


def frame(width, height):
    return frame_of(np.zeros((height, width, 3), np.uint8))


def box_of_picture(drawn):
    rows, cols = np.nonzero((drawn == INK).all(axis=2))
    return cols.min(), rows.min(), cols.max() + 1, rows.max() + 1


@pytest.mark.parametrize(("width", "height"), [(3000, 2000), (2000, 3000), (2000, 2000), (2000, 2100), (4000, 200)])
def test_the_picture_is_whole_and_keeps_its_aspect(width, height, said):
    left, top, right, bottom = box_of_picture(page(plain(), frame(width, height), said))
    assert left == MARGIN_PX
    assert (right - left) / (bottom - top) == pytest.approx(width / height, rel=0.02)
    assert max(right - left, bottom - top) == picture_long_edge_px(frame(width, height))


def test_the_legend_stands_beside_a_photo_and_below_a_panorama(said):
    legend = (Note("a legend"),)
    beside, below = (page(plain(legend=legend), frame(*size), said) for size in ((3000, 2000), (4000, 200)))
    left, _, right, bottom = box_of_picture(beside)
    assert beside.shape[1] - right == COLUMN_PX + MARGIN_PX + 28
    assert (beside[:, right + 28 :] != BACKGROUND).any()
    left, _, right, bottom = box_of_picture(below)
    assert right - left == LONG_EDGE_PX - 2 * MARGIN_PX
    assert (below[bottom:] != BACKGROUND).any()


def test_a_very_narrow_photo_leaves_room_for_its_sentence(said):
    assert page(plain(), frame(50, 2000), said).shape[1] >= NARROWEST_PX


def test_the_page_says_the_first_reason_unless_the_layer_has_a_better_one(said):
    first, swapped = said, Assessment(0.8, 0.7, "fair", said.reasons[::-1])
    photo = frame(900, 600)
    assert (page(plain(), photo, first) != page(plain(), photo, swapped)).any()
    assert (page(plain("Better."), photo, first) == page(plain("Better."), photo, swapped)).all()


def test_a_picture_of_what_was_counted_says_nothing_of_level_and_confidence(said):
    counted = Overlay("plain", "Plain", "exposure", lambda *_: Layer(np.zeros((90, 90, 3), np.uint8), counted=True))
    surer = Assessment(said.value, 0.99, "excellent", said.reasons)
    photo = frame(900, 600)
    assert (page(counted, photo, said) == page(counted, photo, surer)).all()
    assert (page(plain(), photo, said) != page(plain(), photo, surer)).any()


def test_a_long_sentence_is_wrapped_not_cut(said):
    photo = frame(900, 600)
    long = cannot_judge("Very many words that no page can hold on one line. " * 6)
    assert page(plain(), photo, long).shape[0] > page(plain(), photo, said).shape[0] + 50
