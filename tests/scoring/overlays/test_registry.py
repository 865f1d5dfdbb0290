"""What every overlay promises, on any picture."""

import numpy as np
import pytest

from scoring.assessment import cannot_judge
from scoring.overlays.canvas import LONG_EDGE_PX, page
from scoring.overlays.registry import OVERLAYS
from scoring.registry import ASSESSORS
from tests.scoring.overlays.conftest import frame_of

SHAPES = [(1, 1), (9, 17), (32, 32), (40, 800), (800, 40), (1, 300), (300, 200)]
BY_NAME = {assessor.name: assessor for assessor in ASSESSORS}


def noise(shape):
    return np.random.default_rng(1).integers(0, 256, (*shape, 3), np.uint8)


def test_names_are_told_apart_and_fit_a_file_name():
    names = [overlay.name for overlay in OVERLAYS]
    assert len(set(names)) == len(names)
    assert all(name.replace("_", "").isalpha() and name.islower() for name in names)


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.name)
def test_every_overlay_explains_an_assessor_that_there_is(overlay):
    assert overlay.assessor in BY_NAME


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.name)
def test_a_page_of_any_photo_fits_a_laptop(overlay, shape):
    frame = frame_of(noise(shape))
    drawn = page(overlay, frame, BY_NAME[overlay.assessor].assess(frame))
    assert drawn.dtype == np.uint8
    assert drawn.ndim == 3
    assert max(drawn.shape) <= LONG_EDGE_PX


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.name)
def test_the_bare_picture_keeps_the_photos_aspect_and_no_legend(overlay, garden, said):
    picture = overlay.paint(garden, said, 600).picture
    assert picture.shape == (400, 600, 3)


@pytest.mark.parametrize("level", [0, 128, 255])
@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.name)
def test_flat_pictures_are_drawn_with_the_reason_for_not_judging(overlay, level):
    frame = frame_of(np.full((400, 600, 3), level, np.uint8))
    silent, other = (page(overlay, frame, cannot_judge(reason)) for reason in ("Too flat.", "Too dark."))
    assert silent.shape == other.shape
    assert (silent != other).any()


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.name)
def test_drawing_leaves_the_photo_as_it_was(overlay, garden, said):
    before = garden.rgb.copy(), garden.working.copy()
    overlay.paint(garden, said, 600)
    overlay.paint(garden, said, 1200)
    assert (garden.rgb == before[0]).all()
    assert (garden.working == before[1]).all()
