"""MobileNetV2 seen block by block."""

import torch
from torchvision.models import mobilenet_v2

from scoring.models.mobilenet_v2 import mobilenet_v2_blocks


def test_blocks_take_the_weights_of_torchvision_by_name():
    state = {
        name: value for name, value in mobilenet_v2(weights=None).state_dict().items() if name.startswith("features.")
    }
    assert mobilenet_v2_blocks().load_state_dict(state).missing_keys == []


def test_there_are_nineteen_blocks_of_2816_channels_that_halve_the_picture_five_times():
    blocks = mobilenet_v2_blocks().eval()
    outputs = blocks(torch.zeros(1, 3, 64, 96))
    assert [output.shape[1] for output in outputs] == blocks.channels
    assert (len(blocks.channels), sum(blocks.channels)) == (19, 2816)
    assert outputs[-1].shape[2:] == (2, 3)


def test_only_the_padding_differs_from_torchvision():
    torch.manual_seed(0)
    published = mobilenet_v2(weights=None).eval()
    blocks = mobilenet_v2_blocks().eval()
    blocks.load_state_dict({k: v for k, v in published.state_dict().items() if k.startswith("features.")})
    # A picture of one colour looks the same wherever it is padded, but for the rim.
    flat = torch.full((1, 3, 256, 256), 0.3)
    ours, theirs = blocks(flat)[1][:, :, 40:80, 40:80], published.features[:2](flat)[:, :, 40:80, 40:80]
    assert torch.allclose(ours, theirs, atol=1e-5)
