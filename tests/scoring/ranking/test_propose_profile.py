"""A profile is proposed for a whole shoot, and only where most of it is of one kind."""

import pytest

from index.photo.record import ExifFacts
from scoring.assessment import Assessment
from scoring.ranking.propose_profile import Proposal, ShootGenres, genres_of

NIGHT = (ExifFacts(iso=6400), {"exposure": Assessment(0.4, 0.5, "dark", ("Dark.",), {"deep_shadow_fraction": 0.7})})
NOBODY = Assessment(0.5, 0.0, "cannot judge", ("No face found.",), {"faces": 0})
VIEW = (ExifFacts(focal_length_mm=20, f_number=11), {"faces": NOBODY})
PLAIN = (ExifFacts(), {})


def shoot(*photos):
    genres = ShootGenres()
    for exif, assessments in photos:
        genres.note(genres_of(exif, assessments))
    return genres.proposal()


def test_what_most_photos_have_in_common_is_proposed_with_its_reason():
    assert shoot(*[NIGHT] * 8, *[PLAIN] * 2) == Proposal("night", 8, 10, "dark, at a high ISO or a long exposure")


@pytest.mark.parametrize(
    "photos",
    [[NIGHT] * 7, [NIGHT] * 5 + [PLAIN] * 5, [NIGHT] * 10 + [VIEW] * 6, [PLAIN] * 20, []],
    ids=["few photos", "half of them", "two genres", "no genre", "no photos"],
)
def test_nothing_is_proposed_where_it_is_not_plain(photos):
    assert shoot(*photos) is None


def test_a_photo_of_two_genres_speaks_for_neither():
    both = (ExifFacts(iso=6400, focal_length_mm=20, f_number=11), {**NIGHT[1], **VIEW[1]})
    assert shoot(*[both] * 10) is None
