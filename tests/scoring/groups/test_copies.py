"""Copies: the same picture once more, and the words for it."""

from datetime import UTC, timedelta

import pytest

from scoring.groups.group import CopyOf, GroupKind
from tests.scoring.groups.made_shoot import NOON, MadeShoot, brighter, scene, view


def only(shoot):
    (group,) = shoot.groups()
    return group


def test_equal_picture_data_is_a_duplicate():
    shoot = MadeShoot()
    shoot.add("DSC_0118 copy.JPG", at_s=0, asset="same")
    shoot.add("DSC_0118.JPG", at_s=0, asset="same")
    group = only(shoot)
    assert (group.kind, group.members) == (GroupKind.DUPLICATE, (0, 1)) or group.members == (1, 0)
    assert group.copies == (CopyOf(0, 1, "the same picture data"),)
    assert group.reason == "the same picture data"


def test_a_resized_copy_says_its_size():
    shoot = MadeShoot()
    shoot.add("DSC_0115.JPG", at_s=0, camera="R1")
    shoot.add("DSC_0115_web.jpg", size_px=(1024, 683))
    group = only(shoot)
    assert group.kind is GroupKind.NEAR_DUPLICATE
    assert group.copies == (CopyOf(1, 0, "the same picture, resized to 1024 x 683"),)
    assert group.reason == "the same picture, resized to 1024 x 683"


def test_a_cropped_copy_is_told_from_a_resized_one():
    shoot = MadeShoot()
    shoot.add("DSC_0115.JPG", at_s=0)
    shoot.add("DSC_0115-crop.jpg", at_s=0, size_px=(4800, 3200), grey=view(scene(0), left=0.26, top=0.26, width=0.48))
    assert only(shoot).copies[0].reason == "the same picture, cropped to 4800 x 3200"


def test_a_copy_of_equal_size_was_encoded_anew_or_edited():
    for ev, words in ((0.0, "encoded anew"), (0.6, "edited")):
        shoot = MadeShoot()
        shoot.add("DSC_0115.JPG", at_s=0)
        shoot.add("DSC_0115 copy.jpg", at_s=0, grey=brighter(view(scene(0)), ev))
        assert only(shoot).copies[0].reason == f"the same picture, {words}"


def test_an_export_without_a_name_or_a_time_is_known_by_its_look_and_size():
    shoot = MadeShoot()
    shoot.add("DSC_0115.JPG", at_s=0, camera="R1")
    shoot.add("beach.jpg", size_px=(1200, 800))
    assert only(shoot).copies[0].member == 1


@pytest.mark.parametrize("times", [(0.0, 0.2), (None, None)])
def test_frames_from_a_tripod_are_frames_and_no_copies(times):
    shoot = MadeShoot()
    for number, at_s in enumerate(times):
        shoot.add(f"DSC_{number:04d}.JPG", at_s=at_s)
    group = only(shoot)
    assert (group.kind, group.copies) == (GroupKind.BURST, ())


def test_the_copy_of_a_sets_frame_joins_the_set():
    shoot = MadeShoot()
    for step, ev in enumerate((-2, 0, 2)):
        facts = {"camera": "R1", "exposure_time_s": 2.0**ev / 250, "auto_bracket": True}
        shoot.add(
            f"DSC_{step:04d}.JPG", at_s=0.3 * step, grey=brighter(view(scene(0)), ev - 1), asset=f"{step}", **facts
        )
    shoot.add("DSC_0001 (1).JPG", at_s=0.3, grey=brighter(view(scene(0)), -1), asset="1", camera="R1")
    group = only(shoot)
    assert group.kind is GroupKind.BRACKET
    assert sorted(group.members) == [0, 1, 2, 3]
    assert [copy.member for copy in group.copies] == [3]


def test_the_double_of_a_resized_copy_is_a_resized_copy():
    shoot = MadeShoot()
    shoot.add("DSC_0115.JPG", at_s=0)
    for name in ("DSC_0115_web.jpg", "DSC_0115_web (1).jpg"):
        shoot.add(name, at_s=0, size_px=(1024, 683), asset="web")
    group = only(shoot)
    assert {copy.original for copy in group.copies} == {0}
    assert {copy.member for copy in group.copies} == {1, 2}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_a_copy_of_a_copy_is_a_copy_of_the_original_and_in_one_group(order):
    files = [("DSC_0115.JPG", (6000, 4000)), ("DSC_0115-web.jpg", (1024, 683)), ("DSC_0115-thumb.jpg", (640, 427))]
    shoot = MadeShoot()
    for at in order:
        name, size_px = files[at]
        shoot.add(name, at_s=0, size_px=size_px)
    group = only(shoot)
    assert sorted(group.members) == [0, 1, 2]
    assert {copy.original for copy in group.copies} == {order.index(0)}


def test_a_copy_that_lost_its_time_zone_or_its_sub_seconds_is_still_one():
    taken = (NOON + timedelta(seconds=0.25)).replace(tzinfo=UTC)
    for kept in (taken.replace(tzinfo=None), taken.replace(microsecond=0), NOON):
        shoot = MadeShoot()
        shoot.add("DSC_0115.JPG", capture_time=taken)
        shoot.add("DSC_0115_web.jpg", capture_time=kept, size_px=(1024, 683))
        assert [copy.member for copy in only(shoot).copies] == [1]


def test_a_time_that_both_tell_to_the_fraction_must_agree():
    shoot = MadeShoot()
    shoot.add("DSC_0115.JPG", at_s=0.25)
    shoot.add("DSC_0115_web.jpg", at_s=0.5, size_px=(1024, 683))
    assert only(shoot).copies == ()
