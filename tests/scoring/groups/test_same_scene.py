"""Photos of one scene: how alike they must look depends on how close they were taken, and nothing chains."""

from dataclasses import replace
from math import radians

import numpy as np
import pytest

from scoring.groups.capture_order import capture_order
from scoring.groups.closeness import Closeness
from scoring.groups.framing import Framing
from scoring.groups.looks import Looks
from scoring.groups.same_scene import (
    BURST_IS_CLOSED_AFTER_S,
    LEAST_AGREEMENT,
    LEAST_COSINE,
    LEAST_LOOK,
    LEAST_MEAN_COSINE,
    SURE_COSINE,
    is_one_framing,
    same_scene,
)
from scoring.groups.seen_photo import AlikePairs
from tests.scoring.groups.made_shoot import MadeShoot, scene, view

LEVELS = sorted(Closeness)
ALIKE = Framing((0.0, 0.0), 1.0, 0.0, overlap=0.95, agreement=0.9)
NOBODY = np.empty(0, np.int64)
NO_PAIRS = AlikePairs(NOBODY, NOBODY, np.empty(0, np.float32))


def at_angle(degrees):
    """(32,) of L2 norm 1: two of these have the cosine of the angle between them."""
    row = np.zeros(32, np.float32)
    row[:2] = np.cos(radians(degrees)), np.sin(radians(degrees))
    return row


def shoot_of(*photos):
    """(seconds, degrees) each, all with one and the same glance and names that tell nothing; seconds None: clocks of their own."""
    shoot = MadeShoot()
    for at, (at_s, degrees) in enumerate(photos):
        name = f"{'abcdefghijklmnopqrstuvwxyz'[at]}.jpg"
        if at_s is None:
            shoot.add(name, at_s=0, camera=f"R{at}")
        else:
            shoot.add(name, at_s=at_s, camera="R1")
        shoot.rows[-1] = at_angle(degrees)
    return shoot


class CountingLooks(Looks):
    """Counts the closer looks."""

    asked = 0

    def framing(self, first, second):
        self.asked += 1
        return super().framing(first, second)


def members(shoot, *, alike=None, kept=None, looks=None):
    kept = np.ones(len(shoot.photos), bool) if kept is None else np.array(kept)
    found = same_scene(
        capture_order(shoot.photos), looks or shoot.looks(), shoot.alike() if alike is None else alike, kept
    )
    return sorted(one.members for one in found)


def burst(shoot, frames, begin_s=0.0, gap_s=0.2):
    for step in range(frames):
        shoot.add(f"DSC_{len(shoot.photos) + 1:04d}.JPG", at_s=begin_s + gap_s * step, off=0.05)
    return shoot


def test_the_closer_two_photos_were_taken_the_less_alike_they_must_look():
    for least in (LEAST_COSINE, LEAST_LOOK, LEAST_AGREEMENT, LEAST_MEAN_COSINE):
        assert set(least) == set(Closeness)
        assert [least[level] for level in LEVELS] == sorted(least.values(), reverse=True)


def test_neighbours_join_at_a_lower_look_than_strangers():
    degrees = 50  # cosine .64
    assert members(shoot_of((0, 0), (2, degrees))) == [(0, 1)]
    assert members(shoot_of((0, 0), (30, degrees))) == [(0, 1)]
    assert members(shoot_of((0, 0), (1800, degrees))) == []
    assert members(shoot_of((None, 0), (None, degrees))) == []


def test_neighbours_are_compared_even_where_nobody_found_them_alike():
    assert members(shoot_of((0, 0), (2, 50)), alike=NO_PAIRS) == [(0, 1)]
    assert members(shoot_of((0, 0), (1800, 0)), alike=NO_PAIRS) == []


@pytest.mark.parametrize("level", LEVELS)
def test_one_framing_needs_its_look_its_agreement_and_its_overlap(level):
    least = LEAST_LOOK[level]
    assert is_one_framing(ALIKE, least - 0.9 + 0.001, level)
    assert not is_one_framing(ALIKE, least - 0.9 - 0.001, level)
    assert not is_one_framing(ALIKE._replace(agreement=LEAST_AGREEMENT[level] - 0.01), 1.0, level)
    assert not is_one_framing(ALIKE._replace(overlap=0.6), 1.0, level)


def test_another_viewpoint_is_no_one_scene_however_alike_the_embeddings():
    shoot = shoot_of((0, 0), (2, 18))  # cosine .95: alike, but not sure
    assert members(shoot) == [(0, 1)]
    shoot.glances[1] = replace(shoot.glances[1], grey=view(scene(77)))
    assert members(shoot) == []


def test_unlike_ends_are_not_chained_by_what_lies_between():
    # The first and the second have the cosine .79, the second and the third .74, the ends .17.
    assert members(shoot_of((0, 0), (1, 38), (2, 80))) == [(0, 1)]
    assert members(shoot_of((0, 38), (1, 80))) == [(0, 1)]


def test_a_long_drift_falls_into_groups_whose_ends_are_alike():
    shoot = shoot_of(*((float(step), 8 * step) for step in range(20)))
    found = members(shoot)
    assert 1 < len(found) < 6
    for group in found:
        rows = shoot.embeddings[list(group)]
        assert (rows @ rows.T).min() > 0.1


def test_what_must_be_alike_on_the_mean_depends_on_closeness():
    # The second and the third are surest; the first is .82 and .5 like them, .66 on the mean.
    degrees = (0, 35, 60)
    assert LEAST_MEAN_COSINE[Closeness.NEXT] < 0.66 < LEAST_MEAN_COSINE[Closeness.OUTING]
    assert members(shoot_of(*((step, at) for step, at in enumerate(degrees)))) == [(0, 1, 2)]
    assert members(shoot_of(*((1800 * step, at) for step, at in enumerate(degrees)))) == [(1, 2)]
    assert members(shoot_of(*((None, at) for at in degrees))) == [(1, 2)]


@pytest.mark.parametrize(("wait_s", "joins"), [(BURST_IS_CLOSED_AFTER_S, True), (BURST_IS_CLOSED_AFTER_S + 1, False)])
def test_a_burst_closes_after_two_minutes(wait_s, joins):
    shoot = burst(MadeShoot(), 5, gap_s=1.0)
    burst(shoot, 1, begin_s=4.0 + wait_s)
    assert members(shoot) == [tuple(range(6)) if joins else tuple(range(5))]


def test_a_burst_is_closed_to_what_came_before_it_too():
    before = burst(MadeShoot(), 1)
    assert members(burst(before, 4, begin_s=300.0)) == [(1, 2, 3, 4)]
    after = burst(MadeShoot(), 1, begin_s=300.0)
    assert members(burst(after, 4)) == [(1, 2, 3, 4)]


def test_two_bursts_of_one_scene_minutes_apart_are_two():
    shoot = burst(MadeShoot(), 4)
    burst(shoot, 4, begin_s=300.0)
    assert members(shoot) == [(0, 1, 2, 3), (4, 5, 6, 7)]


def test_what_is_no_burst_is_joined_by_the_same_scene_minutes_later():
    assert members(shoot_of((0, 0), (300, 0), (600, 0))) == [(0, 1, 2)]


def test_a_long_burst_is_one_though_its_ends_lie_minutes_apart():
    assert members(burst(MadeShoot(), 100, gap_s=3.0)) == [tuple(range(100))]


def test_a_photo_without_a_glance_is_joined_only_where_it_is_surely_the_same():
    for degrees, joins in ((0, True), (20, False)):
        shoot = shoot_of((0, 0), (2, degrees))
        assert (float(np.cos(radians(degrees))) >= SURE_COSINE) == joins
        looks = Looks(shoot.embeddings, lambda at, glances=shoot.glances: None if at == 1 else glances[at])
        assert (members(shoot, looks=looks) == [(0, 1)]) is joins
    hours_later = shoot_of((0, 0), (1800, 0))
    assert members(hours_later, looks=Looks(hours_later.embeddings, lambda _: None)) == []


def test_a_photo_without_an_embedding_stays_alone():
    shoot = burst(MadeShoot(), 4)
    shoot.rows[1] = np.zeros(32, np.float32)
    assert members(shoot) == [(0, 2, 3)]


def test_an_embedding_that_is_no_number_stays_alone():
    shoot = burst(MadeShoot(), 4)
    shoot.rows[1] = np.full(32, np.nan, np.float32)
    assert members(shoot) == [(0, 2, 3)]


def test_two_bodies_of_one_model_meet_by_look_though_their_clocks_lie_apart():
    shoot = MadeShoot()
    for step in range(3):
        shoot.add(f"A_{step:04d}.JPG", at_s=0.2 * step, camera="R1", body_serial="11", off=0.05)
        shoot.add(f"B_{step:04d}.JPG", at_s=40_000 + 0.2 * step, camera="R1", body_serial="12", off=0.05)
    (group,) = members(shoot)
    assert sorted(group) == list(range(6))
    # Of one body those would be two bursts, eleven hours apart.
    one_body = burst(MadeShoot(), 3)
    assert members(burst(one_body, 3, begin_s=40_000)) == [(0, 1, 2), (3, 4, 5)]


@pytest.mark.parametrize("times", [dict.fromkeys(range(500), 0.0), {at: 0.05 * at for at in range(500)}, {}])
def test_500_frames_alike_are_one_scene_without_comparing_all_pairs(times):
    shoot = MadeShoot()
    for at in range(500):
        shoot.add(f"DSC_{at:04d}.JPG", at_s=times.get(at), off=0.05)
    looks = CountingLooks(shoot.embeddings, shoot.glances.__getitem__)
    assert members(shoot, looks=looks) == [tuple(range(500))]
    assert looks.asked <= 500


@pytest.mark.parametrize(("library", "joins"), [(2, True), (10_000, True), (100_000, False)])
def test_strangers_of_a_large_library_must_look_more_alike_to_be_looked_at(monkeypatch, library, joins):
    monkeypatch.setattr("scoring.groups.same_scene.USUAL_LIBRARY", 10_000 * 2 / library)
    shoot = shoot_of((None, 0), (None, 38))  # cosine .79
    assert (members(shoot) == [(0, 1)]) is joins
    assert members(shoot_of((None, 0), (None, 15))) == [(0, 1)]


def test_strangers_get_a_few_closer_looks_and_no_more():
    shoot = MadeShoot()
    grain = np.random.default_rng(0).integers(0, 256, (30, 43, 64), np.uint8)
    for at in range(30):
        shoot.add(f"{'abcdef'[at // 5]}-{'ghijk'[at % 5]}.jpg", at_s=0, camera=f"R{at}", off=0.05, grey=grain[at])
    looks = CountingLooks(shoot.embeddings, shoot.glances.__getitem__)
    assert members(shoot, looks=looks) == []
    assert 0 < looks.asked <= 3 * 30


def test_what_is_set_aside_is_in_no_scene():
    assert members(burst(MadeShoot(), 4), kept=[True, False, True, False]) == [(0, 2)]
    assert members(burst(MadeShoot(), 4), kept=[False] * 4) == []


def test_scenes_do_not_depend_on_the_order_of_the_pairs():
    shoot = burst(MadeShoot(), 6)
    first, second, cosines = shoot.alike()
    assert members(shoot, alike=AlikePairs(first[::-1], second[::-1], cosines[::-1])) == members(shoot)


@pytest.mark.parametrize("count", [0, 1])
def test_no_photos_and_one_are_no_scene(count):
    shoot = burst(MadeShoot(), count)
    looks = Looks(np.zeros((count, 32), np.float32), shoot.glances.__getitem__)
    assert members(shoot, alike=NO_PAIRS, looks=looks) == []
