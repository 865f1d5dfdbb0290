"""What the exposure map's network promises."""

import pytest
import torch

from scoring.models.exposure_map import SCALE_EV, STRIDE, ExposureMap

MOST_PARAMETERS = 1_000_000  # issue "Factor assessors a photographer believes"


def pictures(height, width, count=2):
    torch.manual_seed(0)
    return torch.randint(0, 256, (count, height, width, 3), dtype=torch.uint8)


def test_network_is_small():
    assert sum(value.numel() for value in ExposureMap().parameters()) < MOST_PARAMETERS


@pytest.mark.parametrize(("height", "width"), [(32, 32), (128, 192), (32, 640)])
def test_map_has_a_quarter_of_the_height_and_width(height, width):
    ev, scale_ev = ExposureMap().eval()(pictures(height, width))
    assert ev.shape == scale_ev.shape == (2, height // STRIDE, width // STRIDE)


def test_scale_stays_within_its_limits():
    with torch.inference_mode():
        _, scale_ev = ExposureMap().eval()(pictures(64, 64))
    assert float(scale_ev.min()) >= SCALE_EV[0]
    assert float(scale_ev.max()) <= SCALE_EV[1]


def test_folded_network_computes_the_same():
    network = ExposureMap()
    torch.nn.init.normal_(network.head.weight)
    network(pictures(64, 64, 4))  # gives the batch norms something to fold
    network.eval()
    with torch.inference_mode():
        before = network(pictures(64, 96))
        after = network.fold_for_inference()(pictures(64, 96))
    assert not any(isinstance(layer, torch.nn.BatchNorm2d) for layer in network.modules())
    torch.testing.assert_close(before, after, atol=1e-3, rtol=1e-3)


def test_network_has_as_many_parameters_as_its_file_says():
    assert sum(values.numel() for values in ExposureMap().parameters()) == 337_364
