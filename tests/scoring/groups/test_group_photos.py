"""Bursts and near-duplicates, who belongs to what, and input that is odd."""

from datetime import datetime

import numpy as np

from scoring.groups.group import GroupKind
from scoring.groups.group_photos import group_photos
from scoring.groups.seen_photo import AlikePairs
from tests.scoring.groups.made_shoot import MadeShoot, scene, view


def burst(shoot, frames, *, of=0, begin_s=0.0, gap_s=0.2, first=1, **exif):
    for step in range(frames):
        grey = view(scene(of), left=0.2 + 0.004 * (step % 3))
        shoot.add(f"DSC_{first + step:04d}.JPG", of, at_s=begin_s + gap_s * step, grey=grey, **exif)
    return shoot


def found(shoot):
    return [(group.kind, group.members) for group in shoot.groups()]


def test_frames_in_a_second_are_a_burst():
    group = burst(MadeShoot(), 6).groups()[0]
    assert (group.kind, group.members) == (GroupKind.BURST, (0, 1, 2, 3, 4, 5))
    assert group.reason == "6 frames in 1.0 s, same framing"


def test_a_clock_without_sub_seconds_does_not_claim_tenths():
    assert burst(MadeShoot(), 4, gap_s=0.0).groups()[0].reason == "4 frames within a second, same framing"
    assert burst(MadeShoot(), 4, gap_s=1.0).groups()[0].reason == "4 frames in about 3 s, same framing"


def test_the_same_scene_minutes_later_is_a_near_duplicate():
    shoot = MadeShoot()
    shoot.add("DSC_0001.JPG", at_s=0)
    shoot.add("DSC_0009.JPG", at_s=360, grey=view(scene(0), left=0.22, width=0.55))
    group = shoot.groups()[0]
    assert (group.kind, group.reason) == (GroupKind.NEAR_DUPLICATE, "same scene, 6 min later")


def test_a_burst_stays_a_burst_when_the_scene_is_photographed_again_minutes_later():
    shoot = burst(MadeShoot(), 4)
    shoot.add("DSC_0009.JPG", at_s=360)
    assert found(shoot) == [(GroupKind.BURST, (0, 1, 2, 3))]


def test_different_scenes_seconds_apart_are_no_group():
    shoot = MadeShoot()
    for step in range(4):
        shoot.add(f"DSC_{step:04d}.JPG", of=step, at_s=float(step))
    assert found(shoot) == []


def test_another_viewpoint_of_a_subject_is_no_group_whatever_the_embedding_says():
    shoot = MadeShoot()
    shoot.add("DSC_0001.JPG", of=0, at_s=0, off=0.2)
    shoot.add("DSC_0002.JPG", of=0, at_s=3, grey=view(scene(77)), off=0.2)
    assert found(shoot) == []


def test_frames_without_exif_are_grouped_by_number_and_look():
    shoot = MadeShoot()
    for number in (9998, 9999, 1):
        shoot.add(f"IMG_{number:04d}.JPG")
    group = shoot.groups()[0]
    assert (group.kind, group.members) == (GroupKind.BURST, (0, 1, 2))
    assert group.reason == "3 frames in a row, same framing"


def test_photos_with_neither_time_nor_number_are_grouped_by_look_alone():
    shoot = MadeShoot()
    for name in ("c3ab.jpg", "77fe.jpg", "x.jpg"):
        shoot.add(name)
    assert found(shoot)[0][0] is GroupKind.NEAR_DUPLICATE


def test_two_cameras_with_different_clocks_meet_by_look():
    shoot = MadeShoot()
    shoot.add("A_0001.JPG", at_s=0, camera="R1")
    shoot.add("B_0001.JPG", at_s=40_000, camera="R2")
    assert found(shoot) == [(GroupKind.NEAR_DUPLICATE, (0, 1))]
    assert shoot.groups()[0].reason == "2 frames of the same scene by two cameras, 11 h apart by their clocks"


def test_copies_in_a_burst_are_no_frames_and_are_counted_beside_them():
    shoot = burst(MadeShoot(), 3)
    shoot.add("DSC_0001 copy.JPG", at_s=0.0, grey=view(scene(0)), asset="asset 0")
    (group,) = shoot.groups()
    assert len(group.members) == 4
    assert group.reason == "3 frames in 0.4 s, same framing, and 1 copy"


def test_500_frames_of_one_time_are_grouped_by_what_they_show():
    shoot = MadeShoot()
    for number in range(500):
        shoot.add(f"DSC_{number:04d}.JPG", of=number // 5, at_s=0.0, camera="R1")
    groups = shoot.groups()
    assert sorted(group.members for group in groups) == [tuple(range(at, at + 5)) for at in range(0, 500, 5)]


def test_500_identical_frames_are_one_group():
    shoot = MadeShoot()
    for number in range(500):
        shoot.add(f"DSC_{number:04d}.JPG", at_s=0.0, off=0.05)
    assert [len(group.members) for group in shoot.groups()] == [500]


def test_clocks_of_1970_and_the_future_make_sane_groups():
    for year in (1970, 2107):
        shoot = MadeShoot()
        for number in range(6):
            time = datetime(year, 1, 1, 0, 0, number)
            shoot.add(f"DSC_{number:04d}.JPG", of=number // 3, capture_time=time)
        assert found(shoot) == [(GroupKind.BURST, (0, 1, 2)), (GroupKind.BURST, (3, 4, 5))]


def test_a_slow_drift_does_not_chain_unlike_ends():
    shoot = MadeShoot()
    for step in range(40):
        angle = 0.12 * step
        row = np.zeros(32, np.float32)
        row[:2] = np.cos(angle), np.sin(angle)
        shoot.add(f"DSC_{step:04d}.JPG", at_s=float(step))
        shoot.rows[-1] = row
    cosines = [
        min(float(shoot.rows[one] @ shoot.rows[other]) for one in group.members for other in group.members)
        for group in shoot.groups()
    ]
    assert len(cosines) > 1
    assert min(cosines) > 0.0


def test_photos_that_were_never_seen_are_in_no_group_but_for_their_data():
    shoot = burst(MadeShoot(), 3)
    nobody = np.empty(0, np.int64)
    none = AlikePairs(nobody, nobody, np.empty(0, np.float32))
    assert group_photos(shoot.photos, np.zeros((3, 32), np.float32), lambda _: None, none) == []
    assert group_photos([], np.zeros((0, 32), np.float32), lambda _: None, none) == []


def test_a_photo_is_in_one_group_at_most():
    shoot = burst(MadeShoot(), 5)
    for step in range(4):
        shoot.add(f"DSC_{20 + step:04d}.JPG", at_s=600 + 300.0 * step)
    burst(shoot, 3, of=4, begin_s=4000, first=60)
    members = [member for group in shoot.groups() for member in group.members]
    assert len(members) == len(set(members))


def test_groups_do_not_depend_on_the_order_of_the_photos():
    shoot = burst(MadeShoot(), 5)
    burst(shoot, 4, of=2, begin_s=200, first=30)
    turned = MadeShoot()
    for at in reversed(range(9)):
        turned.photos.append(shoot.photos[at])
        turned.rows.append(shoot.rows[at])
        turned.glances.append(shoot.glances[at])
    names = [{shoot.photos[member].path for member in group.members} for group in shoot.groups()]
    assert names == [{turned.photos[member].path for member in group.members} for group in turned.groups()]
