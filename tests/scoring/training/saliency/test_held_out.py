"""How a saliency network is measured: on photos as they are, wholly blurred, and on other grounds."""

import numpy as np
import pytest
import torch

from scoring.models.saliency_network import SaliencyNetwork
from scoring.training.saliency.held_out import agreement_of, held_out_results, variants, without_subject
from tests.scoring.training.saliency.drawn_focus import focused_photo
from weights.entry import Preprocessing

WANTED = Preprocessing("area", 64, 256, 16, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
CENTRES = ((150, 160), (330, 300), (250, 250))
KNOWN = [
    (rgb, disc.astype(np.uint8))
    for rgb, disc in (focused_photo(np.random.default_rng(n), centre) for n, centre in enumerate(CENTRES))
]


def test_network_is_measured_on_every_kind_of_picture():
    torch.manual_seed(0)
    results = held_out_results(SaliencyNetwork(), KNOWN, WANTED, seed=0)
    assert set(results) == {"focus", "blurred", "composite"}
    assert all(set(told) == {"photos", "auc", "max_f", "box_iou"} for told in results.values())
    assert all(told["photos"] == 3 for told in results.values())


def test_map_that_is_the_mask_agrees_wholly():
    mask = KNOWN[0][1]
    auc, curve, box = agreement_of(mask.astype(np.float32), mask)
    assert (auc, curve.max(), box) == (1.0, pytest.approx(1.0), pytest.approx(1.0, abs=0.01))


def test_blur_takes_the_fine_detail_and_leaves_the_mask():
    for (rgb, mask), (sharp, same) in zip(variants(KNOWN, 0)["blurred"], KNOWN, strict=True):
        assert np.abs(np.diff(rgb.astype(int), axis=1)).mean() < 0.3 * np.abs(np.diff(sharp.astype(int), axis=1)).mean()
        assert mask is same


def test_ground_of_a_composite_has_lost_its_own_subject():
    rgb, mask = KNOWN[0]
    painted = without_subject(rgb, mask)
    assert painted[mask > 0].std() < 0.5 * rgb[mask > 0].std()
    assert np.array_equal(painted[:20], rgb[:20])
