"""Batches hold pictures of one size, in an order that nothing else decides."""

import numpy as np
import pytest
import torch

from scoring.training.batches import Batches, for_all, in_batches, one_ahead
from scoring.training.pictures import Pictures
from weights.entry import Preprocessing

SHAPE = Preprocessing("area", 32, 96, 32, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))


def batches_of(*sizes):
    generator = np.random.default_rng(0)
    kept = {row: generator.integers(0, 256, (*size, 3), dtype=np.uint8) for row, size in enumerate(sizes)}
    return Batches(Pictures([], SHAPE, np.array(sizes), kept), torch.zeros(len(sizes), 10), "cpu")


def test_batch_comes_when_it_is_full_and_incomplete_ones_last():
    sizes = np.array([(32, 32), (32, 64), (32, 32), (32, 32), (32, 64)])
    found = [rows.tolist() for rows in in_batches(sizes, np.array([4, 3, 2, 1, 0]), 2)]
    assert found == [[3, 2], [4, 1], [0]]


def test_one_ahead_keeps_the_order():
    assert list(one_ahead(lambda number: number * number, range(5))) == [0, 1, 4, 9, 16]
    assert list(one_ahead(str, [])) == []


def test_one_ahead_tells_what_went_wrong():
    def refuse(number):
        raise ValueError(number)

    with pytest.raises(ValueError, match="3"):
        list(one_ahead(refuse, [3]))


def test_answers_come_in_the_order_of_the_rows_whatever_their_sizes():
    batches = batches_of((32, 32), (32, 64), (32, 32), (64, 32))
    rows = np.array([3, 0, 1, 2])
    answers = for_all(rows, batches, 2, lambda inputs: inputs.mean(dim=(1, 2, 3)))
    expected = [float(batches.inputs(np.array([row])).mean()) for row in rows]
    assert answers.tolist() == pytest.approx(expected, abs=1e-6)


def test_flipped_input_is_the_mirror_image():
    batches = batches_of((32, 32), (32, 32))
    rows = np.array([0, 1])
    plain, flipped = batches.inputs(rows), batches.inputs(rows, np.array([True, False]))
    assert torch.equal(flipped[0], plain[0].flip(2))
    assert torch.equal(flipped[1], plain[1])
