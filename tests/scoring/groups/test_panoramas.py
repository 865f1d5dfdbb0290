"""Panoramas: frames that step steadily over one scene."""

from scoring.groups.group import GroupKind
from tests.scoring.groups.made_shoot import MadeShoot, scene, view

WIDE = scene(5, (120, 320))


def shoot_of(lefts, *, gap_s=1.2, numbers_only=False):
    """Frames that see 60 of 160 columns... of a wide scene, from `lefts` on, in shares of 160 columns."""
    shoot = MadeShoot()
    for step, left in enumerate(lefts):
        at_s = None if numbers_only else gap_s * step + 0.05
        shoot.add(f"DSC_{step:04d}.JPG", 5, at_s=at_s, grey=view(WIDE, left=left, top=0.1), off=0.5)
    return shoot


def kinds(shoot):
    return [(group.kind, group.members) for group in shoot.groups()]


def test_steady_steps_in_one_direction_are_a_panorama():
    assert kinds(shoot_of((0.0, 0.24, 0.48, 0.72))) == [(GroupKind.PANORAMA, (0, 1, 2, 3))]
    assert kinds(shoot_of((0.9, 0.6, 0.3))) == [(GroupKind.PANORAMA, (0, 1, 2))]


def test_a_panorama_without_exif_is_found_by_its_numbers():
    assert kinds(shoot_of((0.0, 0.24, 0.48), numbers_only=True)) == [(GroupKind.PANORAMA, (0, 1, 2))]


def test_two_frames_are_no_panorama():
    assert GroupKind.PANORAMA not in [kind for kind, _ in kinds(shoot_of((0.0, 0.24)))]


def test_to_and_fro_is_no_panorama():
    assert GroupKind.PANORAMA not in [kind for kind, _ in kinds(shoot_of((0.0, 0.24, 0.0, 0.24)))]


def test_a_panned_burst_is_no_panorama():
    assert GroupKind.PANORAMA not in [kind for kind, _ in kinds(shoot_of((0.0, 0.12, 0.24, 0.36), gap_s=0.06))]


def test_a_trembling_hand_is_no_panorama():
    assert kinds(shoot_of((0.2, 0.22, 0.24, 0.26), gap_s=0.4)) == [(GroupKind.BURST, (0, 1, 2, 3))]
