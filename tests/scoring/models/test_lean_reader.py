"""The reader of tilts judges every lean by one rule, and a mirrored picture as its mirror."""

import torch

from scoring.models.lean_reader import LeanReader


def reader():
    torch.manual_seed(3)
    return LeanReader(5, 33, 4).eval()


def test_chances_are_one_in_all():
    answers = reader()(torch.randn(2, 5, 33))
    assert answers.shape == (2, 33)
    assert torch.allclose(answers.exp().sum(dim=1), torch.ones(2))


def test_mirrored_evidence_is_read_as_its_mirror():
    evidence = torch.randn(1, 5, 33)
    network = reader()
    assert torch.allclose(network(evidence.flip(2)), network(evidence).flip(1), atol=1e-6)


def test_evidence_moved_by_a_step_moves_the_answer():
    evidence = torch.zeros(1, 5, 33)
    evidence[0, :, 16] = 1.0
    one, moved = (reader()(part) for part in (evidence, evidence.roll(1, dims=2)))
    assert torch.allclose(moved[:, 8:26], one.roll(1, dims=1)[:, 8:26], atol=1e-6)
