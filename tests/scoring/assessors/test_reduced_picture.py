"""A picture with fewer pixels than any camera's is a reduced copy."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.reduced_picture import REDUCED_LONG_EDGE_PX, as_full_size, is_reduced
from scoring.frame import Frame


@pytest.mark.parametrize(("edge_px", "reduced"), [(REDUCED_LONG_EDGE_PX - 1, True), (REDUCED_LONG_EDGE_PX, False)])
def test_the_long_edge_decides(edge_px, reduced):
    for shape in ((40, edge_px, 3), (edge_px, 40, 3)):
        assert is_reduced(Frame(np.zeros(shape, np.uint8), (4000, 4000), ExifFacts())) is reduced


def test_crispness_of_a_small_copy_is_read_more_strictly_and_in_the_same_order():
    seen = [as_full_size(crispness, 512) for crispness in (0.0, 0.3, 0.6, 0.8, 0.9, 0.98, 1.0)]
    assert seen == sorted(set(seen))
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert seen[3] == pytest.approx(0.52)


def test_crispness_counts_as_it_is_from_full_size_on_and_less_the_smaller_the_copy():
    assert as_full_size(0.7, 1600) == as_full_size(0.7, 4000) == 0.7
    assert as_full_size(0.7, 512) < as_full_size(0.7, 1000) < 0.7
    assert as_full_size(0.7, 200) == as_full_size(0.7, 512)
