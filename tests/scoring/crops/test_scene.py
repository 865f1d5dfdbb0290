"""What the crops of a photo are judged by."""

import numpy as np

from index.photo.record import ExifFacts
from scoring.crops.box_means import box_means
from scoring.crops.scene import detail_map, scene_of
from scoring.frame import Frame

WHOLE = np.array([[0.0, 0.0, 1.0, 1.0]])


def test_detail_is_high_in_texture_and_low_in_plain_ground():
    rgb = np.full((200, 300, 3), 120, np.uint8)
    rgb[:, 150:] = np.random.default_rng(1).integers(0, 255, (200, 150, 1))
    detail = detail_map(rgb, (40, 60))
    assert detail[:, :28].max() < 0.05
    assert detail[:, 32:].min() > 0.5


def test_scene_knows_the_middles_of_the_cameras_focus_areas():
    rgb = np.random.default_rng(1).integers(0, 255, (200, 300, 3)).astype(np.uint8)
    scene = scene_of(Frame(rgb, (300, 200), ExifFacts(af_areas=((0.1, 0.4, 0.3, 0.6),))))
    assert np.allclose(scene.points, [(0.2, 0.5)])
    assert scene.aspect == 1.5
    assert 0.0 <= box_means(scene.saliency, WHOLE)[0] <= 1.0
