"""What training minimises is least where places and overlap are right."""

import pytest
import torch

from scoring.training.saliency.objective import overlap_loss, place_loss

TRUTH = torch.zeros(2, 8, 8)
TRUTH[:, 2:5, 2:5] = 1.0
RIGHT = (2.0 * TRUTH - 1.0) * 20.0


@pytest.mark.parametrize("loss", [place_loss, overlap_loss])
def test_right_answer_costs_next_to_nothing_and_its_contrary_much(loss):
    assert float(loss(RIGHT, TRUTH)) < 1e-3
    assert float(loss(-RIGHT, TRUTH)) > 0.9


def test_picture_without_a_subject_has_no_overlap_to_lose():
    truth = TRUTH.clone()
    truth[1] = 0.0
    wrong_there = RIGHT.clone()
    wrong_there[1] = 20.0
    assert float(overlap_loss(wrong_there, truth)) < 1e-3
    assert float(place_loss(wrong_there, truth)) > 5.0


def test_batch_without_any_subject_is_still_a_number():
    assert float(overlap_loss(RIGHT, torch.zeros_like(TRUTH))) == 0.0
