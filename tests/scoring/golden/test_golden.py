"""What is said of drawn photos stays as it was, however it is computed; renewed as `said.py` tells.

Landscape and sideways, with a person, at night, dark, in blocks, white, tilted in Display P3, grey, tiny, and of 13 megapixels.
"""

from __future__ import annotations

import pytest

from tests.scoring.golden.differences import differences
from tests.scoring.golden.draw_photos import DRAWN, LARGE, draw_large_photo
from tests.scoring.golden.said import PHOTOS, said_of, stored

TOLERANCE = 1e-3
"""What every engine keeps to (issue "As fast as the photos can be decoded"). Another processor adds up in another order, which on
the CPU alone makes differences of 1e-5."""


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_said_of_a_photo_stays(name):
    assert list(differences(said_of(PHOTOS / name), stored()[name], TOLERANCE)) == []


def test_what_is_said_of_a_large_photo_stays(tmp_path):
    now, before = said_of(draw_large_photo(tmp_path)), stored()[LARGE]
    # Another encoder's picture is another one: then nothing is known of ours.
    if now["asset_id"] != before["asset_id"]:
        pytest.skip("this Pillow encodes JPEGs otherwise than the one that what was said was stored with")
    assert list(differences(now, before, TOLERANCE)) == []


def test_all_that_is_kept_is_compared():
    assert stored().keys() == {*DRAWN, LARGE}
    assert {photo.name for photo in PHOTOS.iterdir()} == set(DRAWN)
