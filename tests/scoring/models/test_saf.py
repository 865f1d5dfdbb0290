"""The semantic-aesthetic fusing auto-encoder."""

import pytest
import torch

from scoring.models.saf import Saf


def saf(maps_per_group=4, *, split=True, backbone="mobilenet_v2"):
    torch.manual_seed(0)
    return Saf(backbone, 0.0, maps_per_group, split=split).eval()


@pytest.mark.parametrize("backbone", ["mobilenet_v2", "squeezenet1_1"])
@pytest.mark.parametrize("size", [(64, 64), (64, 160)])
def test_output_is_ten_probabilities_a_picture_of_any_shape(backbone, size):
    with torch.inference_mode():
        ratings = saf(backbone=backbone)(torch.randn(2, 3, *size))
    assert ratings.shape == (2, 10)
    assert ratings.sum(dim=1) == pytest.approx(torch.ones(2), abs=1e-5)


@pytest.mark.parametrize("maps", [8, 16, 32, 64])
def test_split_head_is_a_tenth_of_the_joint_one(maps):
    split, joint = (sum(p.numel() for p in saf(maps, split=s).head.parameters()) for s in (True, False))
    assert split == 10 * (21 * maps + 1)
    assert joint == 10 * (210 * maps + 1)


def changed_by_the_first_group(network):
    """Which logits change with the first group's maps; the softmax is undone up to a constant."""
    features = torch.randn(1, 40, 4, 4)
    other = features.clone()
    other[:, :4] += 1.0
    change = network.rated(other).log() - network.rated(features).log()
    return ((change - change[0, -1]).abs() > 1e-5)[0].tolist()


def test_each_group_has_a_regressor_of_its_own():
    assert changed_by_the_first_group(saf()) == [True] + [False] * 9


def test_joint_regressor_reads_all_groups():
    assert sum(changed_by_the_first_group(saf(split=False))) == 9


def test_activation_is_a_softmax_over_the_means_of_the_groups():
    features = torch.zeros(1, 40, 3, 5)
    features[:, 8:12] = 2.0
    expected = torch.softmax(torch.tensor([0.0, 0.0, 2.0] + [0.0] * 7), dim=0)
    assert torch.allclose(saf().activated(features)[0], expected)


def test_painted_picture_has_the_size_of_the_input():
    network = saf()
    batch = torch.randn(1, 3, 64, 96)
    assert network.painted(network.features(batch), (64, 96)).shape == batch.shape


def test_scoring_drops_the_decoder_and_keeps_the_ratings():
    network = saf()
    picture = torch.randn(1, 3, 64, 64)
    before = network(picture)
    folded = network.fold_for_inference()
    assert torch.equal(folded(picture), before)
    assert not any(name.startswith("decoder") for name in folded.state_dict())
    with pytest.raises(RuntimeError, match="decoder"):
        folded.painted(folded.features(picture), (64, 64))
