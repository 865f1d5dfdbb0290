"""TANet rates a photo by itself; what it computes is compared with its published code beside its loader."""

import torch
from torch.nn import functional

from scoring.models.tanet import colour_likeness, patch_means, tanet


def test_rating_does_not_depend_on_company():
    torch.manual_seed(0)
    network = tanet({}).eval()
    photos = torch.randn(2, 3, 224, 224)
    with torch.inference_mode():
        ratings = network(photos)
        assert torch.allclose(ratings[:1], network(photos[:1]), atol=1e-5)
    assert torch.allclose(ratings.sum(dim=1), torch.ones(2), atol=1e-5)


def test_patches_are_as_alike_as_their_colours_point_the_same_way():
    patches = torch.tensor([[[[1.0, 2.0], [0.0, 0.0]], [[0.0, 0.0], [3.0, 0.0]], [[0.0, 0.0], [0.0, 0.0]]]])
    likeness = colour_likeness(patches)[0]
    assert torch.allclose(likeness[0], torch.tensor([1.0, 1.0, 0.0, 0.0]))
    assert torch.equal(likeness[3], torch.zeros(4))  # black is like nothing


def test_patches_are_those_of_adaptive_pooling():
    torch.manual_seed(0)
    picture = torch.randn(2, 3, 224, 224)
    assert torch.allclose(patch_means(picture), functional.adaptive_avg_pool2d(picture, 12), atol=1e-6)
