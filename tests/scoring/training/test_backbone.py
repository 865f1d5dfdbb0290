"""A backbone file is taken by name, and another network's is refused in words."""

import pytest
import torch
from safetensors.torch import save_file
from torchvision.models import mobilenet_v2

from scoring.models.nima import Nima
from scoring.training.backbone import embeddings, load_backbone
from scoring.training.recipe import RecipeError


@pytest.fixture
def torchvision_state():
    torch.manual_seed(3)
    return mobilenet_v2(weights=None).state_dict()


def test_backbone_of_torchvision_is_loaded_whole(tmp_path, torchvision_state):
    save_file(torchvision_state, tmp_path / "mobilenet.safetensors")
    network = Nima()
    load_backbone(network, tmp_path / "mobilenet.safetensors")
    assert torch.equal(network.blocks.features[0][0].weight, torchvision_state["features.0.0.weight"])


def test_missing_backbone_names_the_option(tmp_path):
    with pytest.raises(RecipeError) as caught:
        load_backbone(Nima(), tmp_path / "absent.safetensors")
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
        load_backbone(Nima(), tmp_path / "other.safetensors")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"no safetensors at all", b"\xff" * 64])
def test_file_that_is_no_safetensors_file_is_refused(tmp_path, content):
    (tmp_path / "picture.jpg").write_bytes(content)
    with pytest.raises(RecipeError, match=r"picture\.jpg is not a whole safetensors file") as caught:
        load_backbone(Nima(), tmp_path / "picture.jpg")
    assert "--backbone" in caught.value.hint


def test_embeddings_are_the_last_blocks_means_with_norm_one():
    features = torch.randn(3, 5632)
    vectors = embeddings(features)
    assert vectors.norm(dim=1) == pytest.approx(torch.ones(3), abs=1e-5)
    assert torch.allclose(vectors * features[:, 3072:4352].norm(dim=1, keepdim=True), features[:, 3072:4352], atol=1e-4)
