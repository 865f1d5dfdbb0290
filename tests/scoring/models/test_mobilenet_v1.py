"""NIMA on MobileNet gives a distribution, whatever it pads with; what it computes is compared with Keras beside its loader."""

import pytest
import torch

from scoring.models.mobilenet_v1 import nima_mobilenet_v1


@pytest.mark.parametrize("padding", ["symmetric", "same"])
def test_output_is_ten_probabilities_a_picture(padding):
    torch.manual_seed(0)
    network = nima_mobilenet_v1({"padding": padding}).eval()
    with torch.inference_mode():
        pictures = torch.randn(2, 3, 224, 224)
        ratings = network(pictures)
        assert torch.allclose(ratings[:1], network(pictures[:1]), atol=1e-5)
    assert ratings.shape == (2, 10)
    assert torch.allclose(ratings.sum(dim=1), torch.ones(2), atol=1e-5)


def test_network_is_as_large_as_howard_et_al_say():
    parameters = sum(value.numel() for value in nima_mobilenet_v1({"padding": "same"}).blocks.parameters())
    # 3.2 million without the 1,000-class head (Howard et al. 2017, tables 1 and 4: 4.2 with it).
    assert parameters == pytest.approx(3.2e6, rel=0.02)
