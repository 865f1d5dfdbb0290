"""What to keep of a shoot, from its files on."""

import shutil

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.pick_shoot import Quota, pick_shoot, quota_of
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from scoring.ranking.picks.choice import Decision
from scoring.ranking.picks.keep import KeepError, parse_keep


@pytest.fixture
def folder(shoot):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001 copy.JPG")
    return shoot


@pytest.fixture
def picked(catalog, judge):  # noqa: ARG001 - set up first
    """What is advised of paths."""

    def call(*paths, quota=None):
        return pick_shoot(ShootRequest(paths, catalog), quota, Progress(), lambda _progress: None)

    return call


def test_every_photo_has_one_choice_in_order_and_what_was_said_of_it(picked, folder):
    found = picked(folder)
    assert [choice.photo for choice in found.choices] == list(range(6))
    assert [one.path for one in found.scored] == [photo.path for photo in found.grouped.photos]
    assert found.chosen is None


def test_a_copy_is_a_reject_candidate_that_points_at_its_original(picked, folder):
    found = picked(folder)
    names = [photo.path.name for photo in found.grouped.photos]
    (rejected,) = (choice for choice in found.choices if choice.decision is Decision.REJECT_CANDIDATE)
    assert (names[rejected.photo], names[rejected.better]) == ("IMG_0001 copy.JPG", "IMG_0001.JPG")


def test_a_number_asked_for_is_kept_of_the_whole_shoot(picked, folder):
    found = picked(folder, quota=Quota(parse_keep("2")))
    assert [choice.decision for choice in found.choices].count(Decision.KEEPER) == 2
    assert found.chosen is not None
    assert found.chosen.choices == found.choices


def test_the_better_rated_photos_are_kept(picked, folder):
    found = picked(folder, quota=Quota(parse_keep("1")))
    (kept,) = (choice.photo for choice in found.choices if choice.decision is Decision.KEEPER)
    scores = [one.score.value for one in found.scored]
    assert scores[kept] == max(scores)


def test_nothing_asked_for_is_no_quota():
    assert quota_of(None, None) is None
    assert quota_of("25%", 2) == Quota(parse_keep("25%"), 2)
    assert quota_of("40", None) == Quota(parse_keep("40"))


def test_a_maximum_of_one_moment_alone_is_refused_with_an_example():
    with pytest.raises(BadRequestError, match="--keep"):
        quota_of(None, 2)


def test_a_number_that_is_none_is_refused():
    with pytest.raises(KeepError):
        quota_of("some", None)
