"""What a store knows, compared with the catalogue."""

import numpy as np
import pytest

from index.vectors.contents import contents_of


def test_contents_are_equal_in_any_order():
    assert contents_of("w", [5, 2], [50, 20]).fingerprint == contents_of("w", [2, 5], [20, 50]).fingerprint


@pytest.mark.parametrize(
    "other", [("v", [2, 5], [20, 50]), ("w", [2, 6], [20, 50]), ("w", [2, 5], [20, 51]), ("w", [2], [20])]
)
def test_contents_differ_with_weights_ids_or_stamps(other):
    assert contents_of("w", [2, 5], [20, 50]).fingerprint != contents_of(*other).fingerprint


def test_contents_tell_what_is_new_and_what_has_changed():
    known, now = contents_of("w", [1, 2, 3], [1, 1, 1]), contents_of("w", [2, 3, 9], [1, 7, 1])
    assert now.not_in(known).tolist() == [3, 9]
    assert known.not_in(now).tolist() == [1, 3]


def test_contents_of_nothing_lack_everything():
    nothing = contents_of("w", [])
    assert contents_of("w", [4, 1]).not_in(nothing).tolist() == [1, 4]
    assert nothing.not_in(contents_of("w", [4, 1])).tolist() == []


def test_joined_contents_believe_the_newer():
    joined = contents_of("w", [1, 2], [1, 1]).joined(contents_of("w", [2, 3], [8, 8]))
    assert (joined.ids.tolist(), joined.stamps.tolist()) == ([1, 2, 3], [1, 8, 8])


@pytest.mark.parametrize("ids", [[3, 3], [-1, 2]])
def test_contents_refuse_ids_that_mean_nothing(ids):
    with pytest.raises(ValueError, match="ids"):
        contents_of("w", ids)


def test_contents_refuse_stamps_of_another_length():
    with pytest.raises(ValueError, match="2 ids came with 1 stamps"):
        contents_of("w", np.array([1, 2]), np.array([1]))
