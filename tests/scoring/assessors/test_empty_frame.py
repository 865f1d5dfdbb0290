"""When a frame holds nothing."""

import pytest

from scoring.assessors.empty_frame import is_black, is_empty, is_white
from tests.scoring.assessors.made_facts import made_facts


def test_lens_cap_is_black_and_nothing_else():
    assert is_black(made_facts(-8.0, shadows=1.0))
    assert not is_white(made_facts(-8.0, shadows=1.0))


def test_nothing_but_white_is_white():
    assert is_white(made_facts(3.6, white=1.0))


@pytest.mark.parametrize(
    "facts",
    [{"shadows": 0.99, "low_key": 1.0}, {"white": 0.99, "white_backdrop": 1.0}, {"shadows": 0.97}, {"white": 0.97}],
)
def test_frame_in_which_something_stands_out_is_not_empty(facts):
    assert not is_empty(made_facts(**facts))
