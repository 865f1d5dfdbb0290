"""Shapes by their names."""

import pytest

from scoring.crops.aspects import ASPECTS, ratio_of, shape_suffix
from scoring.crops.errors import AspectError


def test_ratio_is_width_over_height():
    assert ratio_of("4:5") == 0.8
    assert ratio_of("free") is None


def test_unknown_shape_is_wrong_usage_and_lists_the_known_ones():
    with pytest.raises(AspectError, match="5:7") as caught:
        ratio_of("5:7")
    assert caught.value.exit_code == 2
    assert all(aspect in caught.value.hint for aspect in ASPECTS)


def test_shape_is_told_in_a_file_name():
    assert shape_suffix("4:5") == "-4x5"
    assert shape_suffix("free") == ""
