"""Why noise cannot be measured."""

import numpy as np
import pytest

from scoring.assessors.noise_abstention import explain_abstention, is_mostly_black


def halves(one, other):
    rgb = np.empty((40, 60, 3), np.uint8)
    rgb[:20], rgb[20:] = one, other
    return rgb


@pytest.mark.parametrize(
    ("rgb", "words"),
    [
        (halves(0, 0), "Too much of the frame is black to judge noise."),
        (halves((200, 5, 8), (180, 4, 4)), "bright enough in all colours"),
        (halves(5, 250), "Too much of the frame is black"),
        (halves(255, 245), "too close to white"),
        (halves((30, 5, 8), 255), "between nearly black and nearly white"),
    ],
)
def test_the_end_at_which_the_frame_is_lost_is_told(rgb, words):
    assert words in explain_abstention(rgb)


def test_stage_light_of_one_colour_is_not_black():
    assert is_mostly_black(halves(5, 90))
    assert not is_mostly_black(halves((200, 5, 8), (180, 4, 4)))
