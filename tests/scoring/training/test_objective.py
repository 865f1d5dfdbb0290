"""What each architecture minimises."""

import pytest
import torch

from scoring.models.nima import Nima
from scoring.models.saf import Saf
from scoring.training.objective import objective_of, pictures_of
from scoring.training.recipe_tables import Losses
from weights.entry import Preprocessing

SHAPE = Preprocessing("short_edge", 64, 256, 32, (0.5, 0.4, 0.3), (0.25, 0.5, 0.25))
TARGETS = torch.full((2, 10), 0.1)


@pytest.fixture(scope="module")
def saf():
    torch.manual_seed(0)
    return Saf("mobilenet_v2", 0.0, 2, split=True).eval()


@pytest.fixture
def inputs():
    return torch.randn(2, 3, 64, 96)


def test_nima_minimises_emd_alone(inputs):
    objective = objective_of("nima", Losses(), SHAPE)
    assert set(objective(Nima("mobilenet_v2", 0.0).eval(), inputs, TARGETS)) == {"emd"}


@pytest.mark.parametrize(
    ("losses", "parts"),
    [
        (Losses(activation=0.5, reconstruction=1.0), {"emd", "activation", "reconstruction"}),
        (Losses(reconstruction=1.0), {"emd", "reconstruction"}),
        (Losses(activation=0.5), {"emd", "activation"}),
    ],
)
def test_saf_minimises_what_has_a_weight(saf, inputs, losses, parts):
    assert set(objective_of("saf", losses, SHAPE)(saf, inputs, TARGETS)) == parts


def test_activation_is_compared_as_the_recipe_says(saf, inputs):
    def measured(name):
        losses = Losses(activation=1.0, activation_divergence=name)
        return objective_of("saf", losses, SHAPE)(saf, inputs, TARGETS)["activation"].item()

    assert len({measured(name) for name in ("l1", "kl", "js")}) == 3


def test_losses_reach_the_trunk(saf, inputs):
    objective = objective_of("saf", Losses(activation=0.5, reconstruction=1.0), SHAPE)
    for part in objective(saf, inputs, TARGETS).values():
        saf.zero_grad()
        part.backward(retain_graph=True)
        assert saf.blocks.features[0][0].weight.grad.abs().sum() > 0


def test_normalised_picture_goes_back_to_its_light():
    light = torch.rand(2, 3, 4, 5)
    mean, sd = torch.tensor(SHAPE.mean).reshape(1, 3, 1, 1), torch.tensor(SHAPE.sd).reshape(1, 3, 1, 1)
    assert torch.allclose(pictures_of((light - mean) / sd, SHAPE), light, atol=1e-6)
