"""Moments that look alike are one scene."""

import numpy as np

from scoring.groups.group import Group, GroupKind
from scoring.groups.scenes import moments, scenes_of


def rows(*angles_deg):
    angles = np.deg2rad(angles_deg)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def burst(*members):
    return Group(GroupKind.BURST, members, "")


def test_moments_that_look_alike_share_a_scene():
    scenes = scenes_of(rows(0, 5, 90, 92, 3), [], 0.9)
    assert scenes[0] == scenes[1] == scenes[4]
    assert scenes[2] == scenes[3] != scenes[0]


def test_group_is_in_one_scene_whole_however_its_frames_look():
    scenes = scenes_of(rows(0, 80, 0, 88), [burst(0, 1)], 0.99)
    assert scenes[0] == scenes[1]
    assert len({int(scenes[0]), int(scenes[2]), int(scenes[3])}) == 3


def test_scene_does_not_grow_along_a_chain_of_photos():
    scenes = scenes_of(rows(*range(0, 90, 5)), [], 0.9)
    assert scenes[0] != scenes[-1]


def test_photo_without_an_embedding_is_a_scene_of_its_own():
    embeddings = np.concatenate([rows(0), np.zeros((2, 2), np.float32), rows(1)])
    scenes = scenes_of(embeddings, [], 0.9)
    assert scenes[0] == scenes[3]
    assert len({int(one) for one in scenes}) == 3


def test_no_photos_have_no_scenes():
    assert scenes_of(np.zeros((0, 2), np.float32), [], 0.9).tolist() == []


def test_moments_are_groups_and_single_photos_in_order():
    assert moments(5, [burst(1, 3)]) == [[0], [1, 3], [2], [4]]
