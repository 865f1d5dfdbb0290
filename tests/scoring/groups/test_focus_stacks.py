"""Focus stacks: the sharp region wanders, the framing stays."""

import numpy as np

from scoring.groups.focus_stacks import focus_wanders
from scoring.groups.group import GroupKind
from tests.scoring.groups.made_shoot import MadeShoot


def codes_of(frames, chance):
    """(n, 8, 12) uint8: a sharp column of tiles that wanders from left to right over textured ground."""
    ground = chance.integers(40, 60, (8, 12))
    away = np.abs(np.arange(12)[None, :] / 11 - np.linspace(0, 1, frames)[:, None])
    return (
        ground[None] + np.round(40 * np.exp(-8 * away))[:, None, :] + chance.integers(-1, 2, (frames, 8, 12))
    ).astype(np.uint8)


def shoot_of(codes, **exif):
    shoot = MadeShoot()
    for step, sharpness in enumerate(codes):
        shoot.add(f"DSC_{step:04d}.JPG", at_s=0.5 * step, sharpness=sharpness, off=0.05, **exif)
    return shoot


def kinds(shoot):
    return [(group.kind, group.members) for group in shoot.groups()]


def test_a_wandering_sharp_region_is_a_focus_stack():
    for frames in (3, 5, 9):
        shoot = shoot_of(codes_of(frames, np.random.default_rng(1)))
        assert kinds(shoot) == [(GroupKind.FOCUS_STACK, tuple(range(frames)))]


def test_a_burst_in_which_one_frame_is_soft_is_none():
    for soft in range(4):
        codes = np.repeat(codes_of(2, np.random.default_rng(1))[:1], 4, axis=0)
        codes = codes + np.random.default_rng(2).integers(0, 4, codes.shape).astype(np.uint8)
        codes[soft] -= 35
        assert kinds(shoot_of(codes)) == [(GroupKind.BURST, (0, 1, 2, 3))]


def test_focus_that_jumps_to_and_fro_is_none():
    codes = codes_of(6, np.random.default_rng(1))[[0, 5, 1, 4, 2, 3]]
    assert not focus_wanders(codes.astype(np.float32))


def test_a_moving_subject_is_none():
    codes = np.repeat(codes_of(2, np.random.default_rng(1))[:1], 5, axis=0)
    for step in range(5):
        codes[step, 3:5, 2 * step : 2 * step + 2] += 40
    assert not focus_wanders(codes.astype(np.float32))


def test_a_stack_without_exif_is_found_by_its_numbers():
    shoot = MadeShoot()
    for step, sharpness in enumerate(codes_of(5, np.random.default_rng(1))):
        shoot.add(f"DSC_{step:04d}.JPG", sharpness=sharpness, off=0.05)
    assert kinds(shoot) == [(GroupKind.FOCUS_STACK, (0, 1, 2, 3, 4))]
