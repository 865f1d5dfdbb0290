"""Why noise cannot be measured."""

import numpy as np
import pytest

from scoring.assessors.noise_abstention import explain_abstention


def halves(one, other):
    rgb = np.empty((40, 60, 3), np.uint8)
    rgb[:20], rgb[20:] = one, other
    return rgb


@pytest.mark.parametrize(
    ("rgb", "words"),
    [
        (halves(0, 0), "bright enough in all colours"),
        (halves((200, 5, 8), (180, 4, 4)), "bright enough in all colours"),
        (halves(5, 90), "bright enough in all colours"),
        (halves(255, 245), "too close to white"),
        (halves(0, 255), "between nearly black and nearly white"),
    ],
)
def test_the_end_at_which_the_frame_is_lost_is_told(rgb, words):
    assert words in explain_abstention(rgb)
