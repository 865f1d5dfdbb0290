"""LAION's heads on CLIP come out giving the published score, spread as opinions usually are."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from scoring.checkpoints.laion_clip import laion_clip
from scoring.checkpoints.strict_load import LayoutError
from scoring.training.rating_prior import usual_distribution
from tests.scoring.checkpoints.clip_file import TABLE, embedding, linear_head, mlp_head, random_trunk

BUCKETS = torch.arange(1.0, 11.0)


@pytest.fixture(scope="module")
def trunk():
    return random_trunk()


@pytest.fixture(scope="module")
def photos():
    torch.manual_seed(2)
    return torch.randn(4, 3, 224, 240)


def published_score(trunk, head, photos):
    """The crop of CLIP, its embedding at length 1, then the head: a line, or a row of lines."""
    features = functional.normalize(embedding(trunk, photos[..., 8:232]), dim=1)
    for name in [name for name in head if name.endswith("weight")]:
        features = features @ head[name].T + head[name.replace("weight", "bias")]
    return features[:, 0]


@pytest.mark.parametrize(("kind", "make_head"), [("linear", linear_head), ("mlp", mlp_head)])
def test_mean_rating_is_the_published_score(trunk, photos, kind, make_head):
    head = make_head()
    network = laion_clip({"head": head, "trunk": trunk}, {**TABLE, "head": kind})
    with torch.inference_mode():
        wanted, found = published_score(trunk, head, photos), network(photos)
        assert torch.allclose(network.score(photos), wanted, atol=1e-4)
    assert wanted.std() > 0.05
    assert wanted.min() > 1.1
    assert wanted.max() < 9.9
    assert torch.allclose(found @ BUCKETS, wanted, atol=1e-3)


def test_score_is_spread_as_opinions_usually_are(trunk, photos):
    network = laion_clip({"head": linear_head(), "trunk": trunk}, {**TABLE, "head": "linear"})
    with torch.inference_mode():
        score, found = network.score(photos), network(photos)
    for mean, distribution in zip(score, found, strict=True):
        assert np.abs(distribution.numpy() - usual_distribution(float(mean))).max() < 2e-4


@pytest.mark.parametrize(("bias", "mean"), [(40.0, 9.98), (-40.0, 1.02)])
def test_score_beyond_the_scale_is_kept_within_it(trunk, photos, bias, mean):
    head = {**linear_head(), "bias": torch.tensor([bias])}
    network = laion_clip({"head": head, "trunk": trunk}, {**TABLE, "head": "linear"})
    with torch.inference_mode():
        assert torch.allclose(network(photos) @ BUCKETS, torch.tensor(mean), atol=1e-3)


@pytest.mark.parametrize(
    ("trunk_change", "head", "told"),
    [
        ({}, mlp_head, "it lacks head.weight"),
        (
            {"vision_model.encoder.layers.2.mlp.fc1.bias": torch.zeros(4)},
            linear_head,
            "also holds blocks.blocks.2.widen",
        ),
        ({"visual.proj": torch.zeros(4)}, linear_head, "which is not CLIP's"),
        ({"visual_projection.weight": torch.zeros(512, 64)}, linear_head, r"\(512, 64\), not \(24, 64\)"),
    ],
    ids=["head of the other predictor", "more layers", "other layout", "other size"],
)
def test_other_keys_or_shapes_are_told(trunk, trunk_change, head, told):
    with pytest.raises(LayoutError, match=told):
        laion_clip({"head": head(), "trunk": {**trunk, **trunk_change}}, {**TABLE, "head": "linear"})
