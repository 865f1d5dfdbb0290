"""A backbone file is taken by name, and another network's is refused in words."""

import pytest
import torch
from safetensors.torch import save_file
from torchvision.models import mobilenet_v2, resnet18

from scoring.models.trunks import open_trunk
from scoring.training.backbone import load_backbone
from scoring.training.recipe import RecipeError


@pytest.fixture
def torchvision_state():
    torch.manual_seed(3)
    return mobilenet_v2(weights=None).state_dict()


def load(file, name="mobilenet_v2"):
    trunk = open_trunk(name)
    load_backbone(trunk, name, file)
    return trunk


@pytest.mark.parametrize(("suffix", "save"), [(".safetensors", save_file), (".pth", torch.save)])
def test_backbone_of_torchvision_is_loaded_whole(tmp_path, torchvision_state, suffix, save):
    save(torchvision_state, tmp_path / f"mobilenet{suffix}")
    trunk = load(tmp_path / f"mobilenet{suffix}")
    assert torch.equal(trunk.features[0][0].weight, torchvision_state["features.0.0.weight"])


def test_any_network_of_torchvision_loads_its_own_weights(tmp_path):
    state = resnet18(weights=None).state_dict()
    torch.save(state, tmp_path / "resnet18.pth")
    trunk = load(tmp_path / "resnet18.pth", "resnet18")
    assert torch.equal(trunk.network.conv1.weight, state["conv1.weight"])


def test_published_efficientnet_lite_is_taken_in_its_order(tmp_path):
    """The port calls its layers `_conv_stem`, `_bn0`, `_blocks.0._depthwise_conv`, … `_conv_head`, `_bn1`, `_fc`."""
    torch.manual_seed(1)
    ours = {
        name: torch.rand_like(value.float()) for name, value in open_trunk("efficientnet_lite0").state_dict().items()
    }
    published = {
        ("_conv_stem" if i == 0 else f"_blocks.{i}") + ".weight": value for i, value in enumerate(ours.values())
    }
    torch.save(
        {**published, "_fc.weight": torch.zeros(1000, 1280), "_fc.bias": torch.zeros(1000)}, tmp_path / "lite0.pth"
    )
    loaded = load(tmp_path / "lite0.pth", "efficientnet_lite0").state_dict()
    assert all(torch.equal(loaded[name].float(), value.to(loaded[name].dtype).float()) for name, value in ours.items())


def test_missing_backbone_names_the_option(tmp_path):
    with pytest.raises(RecipeError) as caught:
        load(tmp_path / "absent.safetensors")
    assert "--backbone" in caught.value.hint


def without_the_first_layer(state):
    del state["features.0.0.weight"]


def with_another_shape(state):
    state["features.0.0.weight"] = torch.zeros(1)


def with_one_layer_more(state):
    state["features.19.weight"] = torch.zeros(1)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without_the_first_layer, r"features\.0\.0\.weight is missing"),
        (with_another_shape, r"features\.0\.0\.weight is \[1\], not \[32, 3, 3, 3\]"),
        (with_one_layer_more, r"features\.19\.weight does not belong"),
    ],
)
def test_weights_of_another_network_are_refused_by_the_first_difference(tmp_path, torchvision_state, change, told):
    change(torchvision_state)
    save_file(torchvision_state, tmp_path / "other.safetensors")
    with pytest.raises(RecipeError, match=told) as caught:
        load(tmp_path / "other.safetensors")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"no parameters at all", b"\xff" * 64])
@pytest.mark.parametrize("name", ["picture.jpg", "torn.safetensors"])
def test_file_that_holds_no_parameters_is_refused(tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RecipeError, match="is not a whole file of parameters") as caught:
        load(tmp_path / name)
    assert "--backbone" in caught.value.hint
