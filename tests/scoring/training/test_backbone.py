"""A backbone file is taken by name, and another network's is refused in words."""

import pytest
import torch
from safetensors.torch import save_file
from torchvision.models import mobilenet_v2

from scoring.models.nima import Nima
from scoring.training.backbone import embeddings, load_backbone
from scoring.training.recipe import RecipeError


def test_backbone_of_torchvision_is_loaded_whole(tmp_path):
    torch.manual_seed(3)
    state = mobilenet_v2(weights=None).state_dict()
    save_file(state, tmp_path / "mobilenet.safetensors")
    network = Nima()
    load_backbone(network, tmp_path / "mobilenet.safetensors")
    assert torch.equal(network.blocks.features[0][0].weight, state["features.0.0.weight"])


def test_missing_backbone_names_the_option(tmp_path):
    with pytest.raises(RecipeError) as caught:
        load_backbone(Nima(), tmp_path / "absent.safetensors")
    assert "--backbone" in caught.value.hint


def test_weights_of_another_network_are_refused(tmp_path):
    save_file({"features.0.0.weight": torch.zeros(1)}, tmp_path / "other.safetensors")
    with pytest.raises(RecipeError, match="does not hold"):
        load_backbone(Nima(), tmp_path / "other.safetensors")


def test_embeddings_are_the_last_blocks_means_with_norm_one():
    features = torch.randn(3, 5632)
    vectors = embeddings(features)
    assert vectors.norm(dim=1) == pytest.approx(torch.ones(3), abs=1e-5)
    assert torch.allclose(vectors * features[:, 3072:4352].norm(dim=1, keepdim=True), features[:, 3072:4352], atol=1e-4)
