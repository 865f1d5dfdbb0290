"""darktable writes a reject in the place of the stars; that is no word about the stars."""

import pytest

from index.photo.marks import Flag
from index.photo.merge_marks import Merge
from index.photo.sidecar_place import Place
from tests.assist_cli.workflows.made_desk import Desk


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.photo("IMG.CR3")
    desk.darktable("IMG.CR3.xmp", rating=5)
    desk.adobe("IMG.xmp", rating=5)
    desk.read()
    desk.write()
    return desk


def test_a_reject_in_darktable_leaves_the_stars_in_lightroom_s_sidecar(desk):
    desk.darktable("IMG.CR3.xmp", flag=Flag.REJECT)
    desk.read()
    desk.write()
    there = desk.marks("IMG.xmp", Place.ADOBE)
    assert (there.rating, there.flag) == (5, Flag.REJECT)


def test_stars_come_back_to_darktable_with_the_flag_that_takes_the_reject_away(desk):
    desk.darktable("IMG.CR3.xmp", flag=Flag.REJECT)
    desk.read()
    desk.write()
    desk.adobe("IMG.xmp", flag=Flag.PICK)
    desk.read()
    desk.write()
    there = desk.marks("IMG.CR3.xmp", Place.DARKTABLE)
    assert (there.rating, there.flag) == (5, Flag.PICK)


def test_other_stars_for_a_reject_are_no_conflict(desk):
    desk.darktable("IMG.CR3.xmp", flag=Flag.REJECT)
    desk.read()
    desk.write()
    desk.adobe("IMG.xmp", rating=2)
    assert not desk.read().photos[0].collected.conflicts
    (planned,) = desk.write().photos
    assert not any(one.with_outcome(Merge.CONFLICT) for one in planned.sidecars)
    assert desk.marks("IMG.CR3.xmp", Place.DARKTABLE).flag is Flag.REJECT
