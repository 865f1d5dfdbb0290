"""When a photo shows shallow or deep focus."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.depth_of_field import DepthOfField, depth_of_field
from scoring.assessors.sharp_region import SharpRegion

PHONE, TELE = ExifFacts(focal_length_mm=4.2, f_number=1.8), ExifFacts(focal_length_mm=105, f_number=5.0)


def region(spread, contiguity=0.9):
    return SharpRegion((0.2, 0.2, 0.5, 0.5), np.ones((20, 30), bool), 0.6, spread, contiguity)


@pytest.mark.parametrize(
    ("found", "judged", "exif", "depth"),
    [
        (region(0.2), 0.6, ExifFacts(), DepthOfField.SHALLOW),
        (region(0.2, contiguity=0.3), 0.6, ExifFacts(), DepthOfField.UNCLEAR),
        (region(0.2), 0.6, PHONE, DepthOfField.UNCLEAR),
        (region(0.42), 0.6, ExifFacts(), DepthOfField.UNCLEAR),
        (region(0.42), 0.6, TELE, DepthOfField.SHALLOW),
        (region(0.9), 0.6, ExifFacts(), DepthOfField.DEEP),
        (region(0.9), 0.1, ExifFacts(), DepthOfField.UNCLEAR),
    ],
    ids=["one thing", "here and there", "phone", "half of it", "half of it by a long lens", "all", "little to see"],
)
def test_depth_of_field(found, judged, exif, depth):
    assert depth_of_field(found, judged, exif) is depth
