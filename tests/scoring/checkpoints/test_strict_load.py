"""A network takes all of its parameters or none."""

import pytest
import torch
from torch import nn

from scoring.checkpoints.strict_load import LayoutError, in_words, loaded
from scoring.models.rating_network import RatingNetwork


class Small(RatingNetwork):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(nn.Conv2d(3, 4, 1), nn.BatchNorm2d(4))

    def forward(self, batch):
        return torch.softmax(self.blocks(batch).mean(dim=(2, 3)), dim=1)


STATE = {name: value + 0.5 for name, value in Small().state_dict().items() if "num_batches" not in name}


def test_network_holds_the_given_numbers_and_computes_with_them():
    network = loaded(Small, STATE)
    assert not network.training
    assert all(torch.equal(value, STATE[name]) for name, value in network.state_dict().items() if name in STATE)
    plain = Small().eval()
    plain.load_state_dict(STATE, strict=False)
    picture = torch.randn(1, 3, 8, 8)
    assert torch.equal(network(picture), plain(picture))


def test_half_precision_numbers_are_computed_with_in_full():
    network = loaded(Small, {name: value.half() for name, value in STATE.items()})
    assert {value.dtype for value in network.parameters()} == {torch.float32}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"blocks.0.bias": None}, "it lacks blocks.0.bias"),
        ({"blocks.2.weight": torch.ones(1)}, "it also holds blocks.2.weight"),
        ({"blocks.0.bias": torch.ones(5)}, r"blocks.0.bias has the shape \(5,\), not \(4,\)"),
        ({"blocks.0.bias": torch.tensor([1.0, float("inf"), 1.0, 1.0])}, "not finite"),
    ],
)
def test_anything_else_is_told(change, told):
    state = {name: value for name, value in {**STATE, **change}.items() if value is not None}
    with pytest.raises(LayoutError, match=told):
        loaded(Small, state)


def test_claim_of_endless_numbers_is_refused_by_its_shape():
    endless = torch.ones(1).expand(10**13)
    with pytest.raises(LayoutError, match=r"blocks.0.bias has the shape \(10000000000000,\)"):
        loaded(Small, {**STATE, "blocks.0.bias": endless})


def test_many_names_are_counted_not_listed():
    assert in_words(["a.weight", "b.weight", "c.weight"]) == "a.weight and 2 more"
