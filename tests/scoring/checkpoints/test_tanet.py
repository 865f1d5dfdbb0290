"""TANet comes out computing what its published code computes for a photo alone."""

import pytest
import torch

from scoring.checkpoints.strict_load import LayoutError
from scoring.checkpoints.tanet import tanet
from tests.scoring.checkpoints.published_tanet import forward, random_state, theme_branch


@pytest.fixture(scope="module")
def state():
    return random_state()


@pytest.fixture(scope="module")
def photos():
    torch.manual_seed(1)
    return torch.randn(3, 3, 224, 224) * torch.tensor([0.3, 1.0, 2.0])[:, None, None, None]


def test_photo_alone_is_rated_as_by_the_published_code(state, photos):
    network = tanet({"network": state}, {})
    with torch.inference_mode():
        alone = torch.cat([forward(state, photo[None]) for photo in photos])
        found = network(photos)
    assert torch.allclose(found, alone, atol=1e-5)
    assert (alone[0] - alone[1]).abs().max() > 1e-3


def test_theme_branch_tells_nothing_of_a_photo_alone_but_depends_on_company(state, photos):
    with torch.inference_mode():
        assert torch.equal(theme_branch(state, photos[:1]), torch.zeros(1, 10))
        assert theme_branch(state, photos)[0].abs().max() > 0.1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda state: state.pop("res365_last.layer3.0.bn1.weight"), "it lacks res365_last.layer3.0.bn1.weight"),
        (lambda state: state.pop("mobileNet.head.2.bias"), "it lacks aesthetics.bias"),
        (lambda state: state.update({"head.2.weight": torch.zeros(1, 30)}), r"head.weight has the shape \(1, 30\)"),
        (
            lambda state: state.update({"hypernet.last_out_w.weight": torch.zeros(1, 2)}),
            r"last_out_w.weight has the shape",
        ),
        (lambda state: state.update({"other.weight": torch.zeros(1)}), "also holds other.weight"),
    ],
    ids=["theme branch", "aesthetics branch", "TAD66K's head", "theme shape", "left over"],
)
def test_other_keys_or_shapes_are_told(state, change, told):
    other = dict(state)
    change(other)
    with pytest.raises(LayoutError, match=told):
        tanet({"network": other}, {})
