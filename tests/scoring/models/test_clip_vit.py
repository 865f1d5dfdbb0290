"""CLIP's vision transformer has the published size; what it computes is compared with torch's own layers beside its loader."""

import pytest
import torch

from scoring.models.clip_vit import ClipSize, ClipVision


@pytest.mark.parametrize(
    ("size", "parameters"),
    [(ClipSize(32, 768, 12, 12, 512), 87_849_216), (ClipSize(14, 1024, 24, 16, 768), 303_966_208)],
    ids=["ViT-B/32", "ViT-L/14"],
)
def test_network_is_as_large_as_openai_published_it(size, parameters):
    with torch.device("meta"):
        assert sum(value.numel() for value in ClipVision(size).parameters()) == parameters


def test_every_patch_reaches_the_embedding():
    torch.manual_seed(0)
    network = ClipVision(ClipSize(32, 64, 2, 4, 16)).eval()
    picture = torch.randn(1, 3, 224, 224)
    corner = picture.clone()
    corner[..., -32:, -32:] += 1.0
    with torch.inference_mode():
        assert network(picture).shape == (1, 16)
        assert (network(picture) - network(corner)).abs().max() > 1e-4
