"""What is shown of a verdict that was not reached."""

import numpy as np
import pytest

from scoring.assessment import cannot_judge
from scoring.overlays.not_judged import not_judged
from scoring.overlays.registry import OVERLAYS
from tests.scoring.overlays.conftest import frame_of

COLOURFUL = np.random.default_rng(4).integers(0, 256, (300, 400, 3), np.uint8)


def test_the_photo_is_hatched_in_grey_and_the_key_says_so():
    layer = not_judged(COLOURFUL)
    assert layer.picture.shape == COLOURFUL.shape
    assert (layer.picture == layer.picture[..., :1]).all()
    assert layer.legend[1].rows[0].meaning == "not judged"


@pytest.mark.parametrize("name", ["exposure", "focus", "hue_ring", "noise"])
def test_no_map_contradicts_an_abstention(name):
    (overlay,) = (one for one in OVERLAYS if one.name == name)
    picture = overlay.paint(frame_of(COLOURFUL), cannot_judge("Too small."), 400).picture
    assert (picture == not_judged(COLOURFUL).picture).all()
