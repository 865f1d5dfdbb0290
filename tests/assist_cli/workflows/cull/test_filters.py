"""Which photos are shown."""

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.filters import filter_names, find_filter
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import Flag, Marks
from scoring.assessment import cannot_judge
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.cull.made_cull import advice, path_of, scored

PLAIN = CullPhoto(path_of(0))
PICK = CullPhoto(path_of(1), marks=Marks(flag=Flag.PICK))
REJECT = CullPhoto(path_of(2), marks=Marks(flag=Flag.REJECT))
STARS = CullPhoto(path_of(3), marks=Marks(rating=3))
CLEARED = CullPhoto(path_of(4), marks=Marks(rating=0, flag=Flag.UNFLAGGED))
EVERY = (PLAIN, PICK, REJECT, STARS, CLEARED)


@pytest.mark.parametrize(
    ("name", "through"),
    [
        ("all", EVERY),
        ("unrated", (PLAIN, CLEARED)),
        ("picks", (PICK,)),
        ("rejects", (REJECT,)),
        ("undecided", (PLAIN, STARS, CLEARED)),
        ("3+", (STARS,)),
        ("4+", ()),
    ],
)
def test_marks_are_filtered_by(name, through):
    assert tuple(filter(find_filter(name).matches, EVERY)) == through


def test_advice_and_groups_are_filtered_by():
    single = CullPhoto(path_of(0), advice=advice())
    burst = CullPhoto(path_of(1), advice=advice(Decision.REJECT_CANDIDATE, "a"))
    photos = (PLAIN, single, burst)
    for name, through in (("burst", burst), ("single", single), ("keeper", single), ("reject_candidate", burst)):
        assert tuple(filter(find_filter(name).matches, photos)) == (through,)


def test_a_factor_below_a_level_is_filtered_by():
    soft = CullPhoto(path_of(0), scored=scored(0, 35.0, focus=0.3))
    sharp = CullPhoto(path_of(1), scored=scored(1, 80.0, focus=0.8))
    photos = (soft, sharp, PLAIN)
    assert tuple(filter(find_filter("focus<0.4").matches, photos)) == (soft,)
    assert tuple(filter(find_filter("Score < .5").matches, photos)) == (soft,)


def test_what_was_not_judged_is_not_below_anything():
    one = scored(0)
    said = CullPhoto(
        path_of(0), scored=type(one)(one.record, one.quality, {"focus": cannot_judge("fog")}, one.score, False)
    )
    assert not find_filter("focus<1").matches(said)


def test_photos_that_wait_or_cannot_be_read_are_found():
    broken = CullPhoto(path_of(1), trouble=UnreadablePhoto(path_of(1), FailureKind.EMPTY, "no data"))
    assert [find_filter("unscored").matches(photo) for photo in (PLAIN, broken)] == [True, False]
    assert [find_filter("unreadable").matches(photo) for photo in (PLAIN, broken)] == [False, True]


@pytest.mark.parametrize("name", ["reject", "focal<0.4", "focus<7", "6+", ""])
def test_an_unknown_filter_is_refused_with_those_there_are(name):
    with pytest.raises(BadRequestError) as error:
        find_filter(name)
    assert "unrated" in error.value.hint


def test_every_name_is_found():
    assert [find_filter(name).name for name in filter_names()] == list(filter_names())
