"""Any convolutional classifier of torchvision becomes a trunk, whatever its layers are called."""

import pytest
import torch
from torchvision.models import resnet18

from scoring.models.torchvision_trunk import TorchvisionTrunk, TrunkError

CHANNELS = {
    "resnet18": 512,
    "regnet_x_400mf": 400,
    "efficientnet_b0": 1280,
    "shufflenet_v2_x0_5": 1024,
    "squeezenet1_1": 512,
    "googlenet": 1024,
    "mobilenet_v3_small": 576,
}


@pytest.mark.parametrize("name", CHANNELS)
def test_trunk_ends_at_the_last_map_and_takes_any_size(name):
    trunk = TorchvisionTrunk(name).eval()
    assert trunk.channels == [CHANNELS[name]]
    with torch.inference_mode():
        (maps,) = trunk(torch.zeros(1, 3, 160, 224))
    assert maps.shape[1] == CHANNELS[name]
    assert min(maps.shape[2:]) > 1


def test_trunk_computes_what_torchvision_does():
    torch.manual_seed(0)
    network, trunk = resnet18(weights=None).eval(), TorchvisionTrunk("resnet18").eval()
    state = {f"network.{name}": value for name, value in network.state_dict().items() if not name.startswith("fc.")}
    trunk.load_state_dict(state)
    picture = torch.randn(1, 3, 96, 128)
    pooled = trunk(picture)[0].mean(dim=(2, 3))
    assert torch.allclose(network.fc(pooled), network(picture), atol=1e-5)


@pytest.mark.parametrize("name", ["vit_b_16", "maxvit_t"])
def test_network_of_one_size_is_refused(name, capfd):
    with pytest.raises(TrunkError, match="one size only"):
        TorchvisionTrunk(name)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", ["swin_t", "swin_v2_t"])
def test_network_whose_windows_would_not_survive_export_is_refused(name):
    with pytest.raises(TrunkError, match="no convolutional network"):
        TorchvisionTrunk(name)


@pytest.mark.parametrize("name", ["resnet17", "fcn_resnet50", "raft_large"])
def test_what_is_no_classifier_of_torchvision_is_refused(name):
    with pytest.raises(TrunkError, match="no classifier called"):
        TorchvisionTrunk(name)
