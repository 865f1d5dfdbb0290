"""What may become a vector."""

import logging

import numpy as np
import pytest

from index.vectors.unit_rows import tell_left_out, usable

GOOD = np.array([0.6, 0.8], np.float32)


@pytest.mark.parametrize("bad", [[np.nan, 1.0], [np.inf, 0.0], [0.0, 0.0], [3.0, 4.0]])
def test_a_bad_row_is_left_out_and_its_neighbours_stay(bad):
    ids, rows = usable(np.array([7, 8, 9]), np.array([GOOD, bad, GOOD]), 2)
    assert ids.tolist() == [7, 9]
    assert rows == pytest.approx(np.array([GOOD, GOOD]))


def test_rows_of_float16_are_scaled_to_norm_1():
    rows = np.random.default_rng(0).standard_normal((50, 320))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)
    ids, scaled = usable(np.arange(50), rows, 320)
    assert len(ids) == 50
    assert np.linalg.norm(scaled, axis=1) == pytest.approx(1.0, abs=1e-6)


def test_rows_of_another_width_are_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match=r"shape \(1, 3\), not \(1, 2\)"):
        usable(np.array([1]), GOOD[None], 3)


def test_rows_left_out_are_told_in_one_line(caplog):
    with caplog.at_level(logging.WARNING):
        tell_left_out(np.arange(100), np.arange(90))
        tell_left_out(np.arange(3), np.arange(3))
    assert [record.getMessage() for record in caplog.records] == [
        "10 photos have no usable embedding and are compared with none (ids 90, 91, 92, 93, 94); score them again"
    ]
