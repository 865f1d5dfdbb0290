"""Photos of one scene are a burst only where they were taken in a row and framed alike."""

import pytest

from scoring.groups.capture_order import capture_order
from scoring.groups.framing import Framing
from scoring.groups.group import GroupKind
from scoring.groups.kinds import kind_of_scene
from scoring.groups.same_scene import Scene
from tests.scoring.groups.made_shoot import MadeShoot

ALIKE = Framing((0.0, 0.0), 1.0, 0.0, 1.0, 0.95)


def kind(photos, *framings):
    """Of a scene of photos, (name, seconds) each."""
    shoot = MadeShoot()
    for name, at_s in photos:
        shoot.add(name, at_s=at_s)
    order = capture_order(shoot.photos)
    return kind_of_scene(order, Scene(order.in_order(range(len(photos))), framings))


def seconds(*times_s):
    return [(f"{at}a.jpg", at_s) for at, at_s in enumerate(times_s)]


@pytest.mark.parametrize(("pause_s", "burst"), [(0, True), (10, True), (11, False), (3600, False)])
def test_who_waits_longer_than_ten_seconds_photographs_anew(pause_s, burst):
    expected = GroupKind.BURST if burst else GroupKind.NEAR_DUPLICATE
    assert kind(seconds(0, 1, 1 + pause_s), ALIKE) is expected


def test_a_burst_may_last_as_long_as_its_pauses_are_short():
    assert kind(seconds(*range(0, 90, 9)), ALIKE) is GroupKind.BURST


@pytest.mark.parametrize(("left_out", "burst"), [(0, True), (1, True), (2, False)])
def test_without_clocks_one_frame_of_a_burst_may_have_been_deleted(left_out, burst):
    photos = [("IMG_0010.JPG", None), (f"IMG_{11 + left_out:04d}.JPG", None)]
    assert (kind(photos, ALIKE) is GroupKind.BURST) is burst


def test_photos_with_neither_clock_nor_number_are_no_burst():
    assert kind([("beach.jpg", None), ("sea.jpg", None)], ALIKE) is GroupKind.NEAR_DUPLICATE


@pytest.mark.parametrize(
    "other",
    [
        ALIKE._replace(zoom=1.15),
        ALIKE._replace(zoom=1 / 1.15),
        ALIKE._replace(shift=(0.25, 0.0)),
        ALIKE._replace(shift=(0.0, -0.25)),
    ],
)
def test_another_framing_is_no_burst_however_fast(other):
    assert kind(seconds(0, 1, 2), ALIKE, other) is GroupKind.NEAR_DUPLICATE


def test_a_hand_that_trembles_frames_alike():
    assert kind(seconds(0, 1), ALIKE._replace(shift=(0.08, -0.08), zoom=1.05)) is GroupKind.BURST


def test_frames_too_alike_to_be_laid_over_one_another_are_framed_alike():
    assert kind(seconds(0, 1)) is GroupKind.BURST
