"""The groups of a shoot, from its files on."""

import shutil

import pytest

from assist_cli.workflows.group_shoot import group_shoot
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from scoring.groups.group import GroupKind


@pytest.fixture
def grouped(catalog, judge):  # noqa: ARG001 - set up first
    """The groups of paths."""

    def call(*paths):
        return group_shoot(ShootRequest(paths, catalog), Progress(), lambda _progress: None)

    return call


def test_a_copy_is_grouped_with_its_original_and_nobody_else(grouped, shoot):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001 copy.JPG")
    found = grouped(shoot)
    assert len(found.photos) == 6
    (group,) = found.groups
    assert group.kind is GroupKind.DUPLICATE
    assert {found.photos[at].path.name for at in group.members} == {"IMG_0001.JPG", "IMG_0001 copy.JPG"}


def test_what_is_judged_is_kept_for_the_next_time(grouped, shoot, judge):
    grouped(shoot)
    judge.judged.clear()
    assert len(grouped(shoot).photos) == 5
    assert judge.judged == []


def test_a_photo_that_cannot_be_read_is_told_and_the_rest_grouped(grouped, shoot):
    (shoot / "IMG_0000.JPG").write_bytes(b"\xff\xd8 no picture")
    found = grouped(shoot)
    assert [photo.path.name for photo in found.unread] == ["IMG_0000.JPG"]
    assert len(found.photos) == 4


def test_one_photo_is_no_group(grouped, shoot):
    found = grouped(shoot / "IMG_0000.JPG")
    assert (len(found.photos), list(found.groups)) == (1, [])
