"""NIMA on VGG16 looks at the middle of a picture, and at nothing else."""

import torch

from scoring.models.nima_vgg16 import nima_vgg16


def test_only_the_middle_counts():
    torch.manual_seed(0)
    network = nima_vgg16({}).eval()
    picture = torch.randn(1, 3, 224, 260)
    other = picture.clone()
    other[..., :18], other[..., 242:] = 0.0, 0.0
    with torch.inference_mode():
        assert torch.equal(network(picture), network(other))
        assert network(picture).sum().isclose(torch.tensor(1.0))


def test_convolutions_are_as_large_as_published():
    assert sum(value.numel() for value in nima_vgg16({}).blocks.parameters()) == 14_714_688
