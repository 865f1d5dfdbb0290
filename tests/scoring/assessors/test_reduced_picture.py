"""A picture with fewer pixels than any camera's is a reduced copy."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.reduced_picture import REDUCED_LONG_EDGE_PX, is_reduced
from scoring.frame import Frame


@pytest.mark.parametrize(("edge_px", "reduced"), [(REDUCED_LONG_EDGE_PX - 1, True), (REDUCED_LONG_EDGE_PX, False)])
def test_the_long_edge_decides(edge_px, reduced):
    for shape in ((40, edge_px, 3), (edge_px, 40, 3)):
        assert is_reduced(Frame(np.zeros(shape, np.uint8), (4000, 4000), ExifFacts())) is reduced
