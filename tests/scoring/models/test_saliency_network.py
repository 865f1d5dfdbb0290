"""What the saliency network promises."""

import pytest
import torch

from scoring.models.saliency_network import STRIDE, SaliencyNetwork


def pictures(height, width, count=2):
    torch.manual_seed(0)
    return torch.randint(0, 256, (count, height, width, 3), dtype=torch.uint8)


def test_network_has_as_many_parameters_as_its_file_says():
    parts = sum(values.numel() for values in SaliencyNetwork().parameters())
    assert 0.75e6 < parts < 0.78e6


@pytest.mark.parametrize(("height", "width"), [(32, 32), (128, 192), (32, 640)])
def test_map_has_a_quarter_of_the_height_and_width(height, width):
    with torch.inference_mode():
        answer = SaliencyNetwork().eval()(pictures(height, width))
    assert answer.shape == (2, height // STRIDE, width // STRIDE)


def test_folded_network_computes_the_same():
    network = SaliencyNetwork()
    network(pictures(64, 64, 4))  # gives the batch norms something to fold
    network.eval()
    with torch.inference_mode():
        before = network(pictures(64, 96))
        after = network.fold_for_inference()(pictures(64, 96))
    assert not any(isinstance(layer, torch.nn.BatchNorm2d) for layer in network.modules())
    torch.testing.assert_close(before, after, atol=1e-3, rtol=1e-3)
