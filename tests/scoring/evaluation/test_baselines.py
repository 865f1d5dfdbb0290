"""Baselines learn from photos that are not measured, and from nothing else."""

import numpy as np
import pytest

from scoring.evaluation.baselines import Looks, OtherSide, baselines, on_a_line

MEASURED = Looks(np.array([1e5, 4e5, 2e5]), np.array([0.9, 0.5, 0.1]))
OTHER = OtherSide(
    mean=np.array([2.0, 4.0, 7.0, 9.0]),
    subset=("indoors", "indoors", "outdoors", "outdoors"),
    looked_at=np.array([0, 2, 3]),
    looks=Looks(np.array([1e5, 1e5, 4e5]), np.array([0.2, 0.4, 0.6])),
)


def test_predict_the_mean_is_that_of_the_photos_not_measured():
    assert baselines(("outdoors",) * 3, MEASURED, OTHER)["predict_the_mean"].mean.tolist() == [5.5, 5.5, 5.5]


def test_subset_mean_is_that_of_the_part_and_of_all_for_a_part_never_seen():
    found = baselines(("outdoors", "indoors", "underwater"), MEASURED, OTHER)["subset_mean"]
    assert found.mean.tolist() == [8.0, 3.0, 5.5]
    assert found.order.tolist() == found.mean.tolist()


def test_a_set_of_one_part_has_no_subset_mean():
    one = OtherSide(OTHER.mean, ("koniq",) * 4, OTHER.looked_at, OTHER.looks)
    assert "subset_mean" not in baselines(("koniq",) * 3, MEASURED, one)


def test_a_bigger_file_and_a_sharper_picture_count_as_better():
    found = baselines(("indoors",) * 3, MEASURED, None)
    assert np.argsort(found["file_size"].order).tolist() == [0, 2, 1]
    assert found["sharpness_only"].order.tolist() == [0.9, 0.5, 0.1]


def test_without_other_photos_there_is_an_order_and_no_scale():
    found = baselines(("indoors",) * 3, MEASURED, None)
    assert list(found) == ["file_size", "sharpness_only"]
    assert all(predictions.mean is None and predictions.distribution is None for predictions in found.values())


def test_the_scale_is_a_line_through_what_was_seen_elsewhere():
    # By hand: signals .2 .4 .6 with opinions 2 7 9 have the mean .4, 6 and the slope 17.5.
    found = baselines(("indoors",) * 3, MEASURED, OTHER)["sharpness_only"]
    assert found.mean == pytest.approx([10.0, 6.0 + 17.5 * 0.1, 1.0])
    assert found.distribution.sum(axis=1) == pytest.approx(np.ones(3))


def test_a_line_never_falls_for_the_sign_is_fixed_beforehand():
    seen, opinion = np.array([1.0, 2.0, 3.0]), np.array([9.0, 5.0, 4.0])
    found = on_a_line(np.array([1.0, 3.0]), seen, opinion)
    assert found.mean == pytest.approx([6.0, 6.0])
    assert found.order.tolist() == [1.0, 3.0]
