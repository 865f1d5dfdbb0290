"""A photo looks like a genre only by what was measured."""

import pytest

from index.photo.record import ExifFacts
from scoring.assessment import Assessment
from scoring.ranking.genre_signs import GENRE_SIGNS


def said(**factors):
    return {name: Assessment(0.5, 0.5, "level", ("Reason.",), evidence) for name, evidence in factors.items()}


DARK = {"deep_shadow_fraction": 0.6}
NOBODY = {"faces": 0, "largest_area": 0.0}


@pytest.mark.parametrize(
    ("genre", "exif", "factors"),
    [
        ("night", ExifFacts(iso=3200), {"exposure": DARK}),
        ("night", ExifFacts(exposure_time_s=2.0), {"exposure": DARK}),
        ("portrait", ExifFacts(), {"faces": {"faces": 1, "largest_area": 0.1}}),
        ("event", ExifFacts(), {"faces": {"faces": 5, "largest_area": 0.01}}),
        ("event", ExifFacts(iso=1600), {"faces": {"faces": 1, "largest_area": 0.01}}),
        (
            "sport",
            ExifFacts(focal_length_mm=300, exposure_time_s=1 / 1000),
            {"faces": {"faces": 2, "largest_area": 0.01}},
        ),
        ("wildlife", ExifFacts(focal_length_mm=400, exposure_time_s=1 / 1000), {"faces": NOBODY}),
        ("landscape", ExifFacts(focal_length_mm=24, f_number=11), {"faces": NOBODY}),
        ("macro", ExifFacts(lens="EF 100mm f/2.8 Macro"), {"focus": {"depth_of_field": "shallow"}}),
        ("product", ExifFacts(), {"exposure": {"white_backdrop": 0.9}, "faces": NOBODY}),
    ],
)
def test_each_genre_has_its_sign(genre, exif, factors):
    assert genre in {name for name, (looks_like, _) in GENRE_SIGNS.items() if looks_like(exif, said(**factors))}


@pytest.mark.parametrize(
    ("genre", "exif", "factors"),
    [
        ("night", ExifFacts(iso=100, exposure_time_s=1 / 200), {"exposure": DARK}),
        ("night", ExifFacts(iso=6400), {"exposure": {"deep_shadow_fraction": 0.1}}),
        ("portrait", ExifFacts(), {"faces": {"faces": 1, "largest_area": 0.002}}),
        ("wildlife", ExifFacts(focal_length_mm=400, exposure_time_s=1 / 1000), {"faces": {"faces": None}}),
        ("wildlife", ExifFacts(focal_length_mm=400, exposure_time_s=1 / 1000), {}),
        ("landscape", ExifFacts(focal_length_mm=24, f_number=11), {"faces": {"faces": None}}),
        ("landscape", ExifFacts(focal_length_mm=24, f_number=11), {}),
        ("product", ExifFacts(), {"exposure": {"white_backdrop": 0.9}, "faces": {"faces": None}}),
        ("macro", ExifFacts(lens="EF 100mm f/2.8 Macro"), {"focus": {"depth_of_field": "deep"}}),
    ],
)
def test_half_a_sign_is_none(genre, exif, factors):
    looks_like, _ = GENRE_SIGNS[genre]
    assert not looks_like(exif, said(**factors))


def test_a_photo_without_facts_looks_like_nothing():
    assert not any(looks_like(ExifFacts(), {}) for looks_like, _ in GENRE_SIGNS.values())
