"""pyiqa's VGG16 comes out computing what its names say."""

import pytest
import torch
from torch.nn import functional

from scoring.checkpoints.pyiqa_nima_vgg16 import pyiqa_nima_vgg16
from scoring.checkpoints.strict_load import LayoutError

CONVOLUTIONS = {
    0: 64,
    2: 64,
    5: 128,
    7: 128,
    10: 256,
    12: 256,
    14: 256,
    17: 512,
    19: 512,
    21: 512,
    24: 512,
    26: 512,
    28: 512,
}
"""Place in VGG16's features -> channels out (Simonyan & Zisserman 2014, table 1, D)."""
POOLS = (4, 9, 16, 23, 30)


@pytest.fixture(scope="module")
def state():
    """As timm's flattened feature layers and pyiqa's classifier are named."""
    torch.manual_seed(0)
    found, narrow = {}, 3
    for place, wide in CONVOLUTIONS.items():
        found[f"base_model.features_{place}.weight"] = torch.randn(wide, narrow, 3, 3) * (2 / (9 * narrow)) ** 0.5
        found[f"base_model.features_{place}.bias"] = torch.randn(wide) * 0.1
        narrow = wide
    return {**found, "classifier.2.weight": torch.randn(10, 512) * 0.05, "classifier.2.bias": torch.randn(10) * 0.1}


def expected(state, batch):
    for place in range(31):
        if place in CONVOLUTIONS:
            kernel, bias = (state[f"base_model.features_{place}.{kind}"] for kind in ("weight", "bias"))
            batch = functional.relu(functional.conv2d(batch, kernel, bias, padding=1))
        elif place in POOLS:
            batch = functional.max_pool2d(batch, 2)
    pooled = batch.mean(dim=(2, 3))
    return torch.softmax(pooled @ state["classifier.2.weight"].T + state["classifier.2.bias"], dim=1)


def test_network_rates_the_middle_square_as_its_parameters_say(state):
    network = pyiqa_nima_vgg16({"network": state}, {})
    batch = torch.randn(2, 3, 224, 301)
    with torch.inference_mode():
        found, wanted = network(batch), expected(state, batch[..., 38:262])
    assert torch.allclose(found, wanted, atol=1e-5)
    assert (wanted[0] - wanted[1]).abs().max() > 1e-4


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda state: state.pop("classifier.2.bias"), "it lacks head.bias"),
        (
            lambda state: state.update({"classifier.2.weight": torch.zeros(10, 25088)}),
            r"\(10, 25088\), not \(10, 512\)",
        ),
        (
            lambda state: state.update({"pre_logits.fc1.weight": torch.zeros(4096, 512, 7, 7)}),
            "also holds pre_logits.fc1",
        ),
    ],
)
def test_other_keys_or_shapes_are_told(state, change, told):
    other = dict(state)
    change(other)
    with pytest.raises(LayoutError, match=told):
        pyiqa_nima_vgg16({"network": other}, {})
