"""Exposure brackets are found whole, and what only drifts is none."""

import pytest

from scoring.groups.group import GroupKind
from tests.scoring.groups.made_shoot import MadeShoot, brighter, scene, view


def shoot_of(evs, *, gap_s=0.4, seen=None, tagged=False, bias=False, of=3, shoot=None, begin_s=0.0, camera="R1"):
    """Frames of one scene exposed `evs` apart; `seen`: how bright they look, if not so."""
    shoot = shoot or MadeShoot()
    for step, ev in enumerate(evs):
        bright = ev if seen is None else seen[step]
        shoot.add(
            f"DSC_{len(shoot.photos):04d}.JPG",
            of,
            at_s=begin_s + gap_s * step + 0.01,
            grey=brighter(view(scene(of)), bright - 1),
            off=0.3,
            camera=camera,
            exposure_time_s=2.0**ev / 250,
            f_number=8.0,
            iso=100,
            auto_bracket=tagged,
            exposure_bias_ev=float(ev) if bias else 0.0,
        )
    return shoot


def found(shoot):
    return [(group.kind, group.members) for group in shoot.groups()]


@pytest.mark.parametrize(
    "evs",
    [
        (-2, -1, 0, 1, 2),
        (0, -1, 1),
        (0, -2, 2),
        (-3, 0, 3),
        (0, -1, 1, -2, 2),
        (0, -1, -2, 1, 2),
        (2, 1, 0, -1, -2),
        (-3, -2, -1, 0, 1, 2, 3),
        (-4, -3, -2, -1, 0, 1, 2, 3, 4),
        (-3, 0),
    ],
)
def test_an_even_ladder_of_one_scene_is_a_bracket(evs):
    assert found(shoot_of(evs)) == [(GroupKind.BRACKET, tuple(range(len(evs))))]


def test_thirds_are_a_bracket_only_where_the_camera_says_so():
    evs = (0, -1 / 3, 1 / 3)
    assert found(shoot_of(evs, tagged=True))[0][0] is GroupKind.BRACKET
    assert found(shoot_of(evs, bias=True))[0][0] is GroupKind.BRACKET
    assert found(shoot_of(evs))[0][0] is GroupKind.BURST


def test_autoexposure_that_follows_the_light_is_no_bracket():
    assert found(shoot_of((-1, 0, 1), seen=(0, 0, 0)))[0][0] is GroupKind.BURST


def test_a_ladder_over_different_scenes_is_no_bracket():
    shoot = MadeShoot()
    for step, ev in enumerate((-1, 0, 1)):
        shoot_of((ev,), of=10 + step, shoot=shoot, begin_s=2.0 * step)
    assert found(shoot) == []


def test_two_brackets_one_after_the_other_are_two_sets():
    shoot = shoot_of((-2, 0, 2))
    shoot_of((-2, 0, 2), shoot=shoot, begin_s=2.0)
    assert found(shoot) == [(GroupKind.BRACKET, (0, 1, 2)), (GroupKind.BRACKET, (3, 4, 5))]


def test_two_brackets_whose_rungs_would_interlock_are_two_sets():
    shoot = shoot_of((-2, 0, 2))
    shoot_of((-3, -1, 1), shoot=shoot, begin_s=2.0)
    assert [members for _, members in found(shoot)] == [(0, 1, 2), (3, 4, 5)]


def test_a_bracket_names_its_range():
    assert shoot_of((-2, -1, 0, 1, 2), bias=True).groups()[0].reason == "5 exposures from -2 to +2 EV"
    assert shoot_of((-2, 0, 2)).groups()[0].reason == "3 exposures of one picture, 2 EV apart"


def test_without_exposure_facts_nothing_is_called_a_bracket():
    shoot = MadeShoot()
    for step in range(3):
        shoot.add(f"DSC_{step:04d}.JPG", at_s=0.3 * step)
    assert found(shoot) == [(GroupKind.BURST, (0, 1, 2))]


def test_a_frame_whose_time_is_0_breaks_nothing():
    shoot = MadeShoot()
    for step in range(3):
        shoot.add(f"DSC_{step:04d}.JPG", at_s=0.3 * step, exposure_time_s=0.0)
    assert found(shoot) == [(GroupKind.BURST, (0, 1, 2))]
