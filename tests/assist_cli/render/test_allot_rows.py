"""Who gets how many rows of a screen."""

import pytest

from assist_cli.render.allot_rows import AIRY, Wish, allot

NEEDS = [Wish(1, 9, 4), Wish(1, 4), Wish(1, 1), Wish(0, 50)]


@pytest.mark.parametrize("rows", range(60))
def test_never_more_rows_are_given_than_there_are(rows):
    given, gap = allot(rows, NEEDS)
    assert sum(given) + gap * max(0, sum(one > 0 for one in given) - 1) <= max(rows, 0)


def test_what_matters_most_is_there_first():
    assert allot(2, NEEDS) == ([1, 1, 0, 0], 0)


def test_each_has_what_it_needs_before_any_grows():
    assert allot(3, NEEDS) == ([1, 1, 1, 0], 0)


def test_part_that_cannot_use_a_few_more_rows_leaves_them_to_the_next():
    assert allot(5, NEEDS) == ([1, 3, 1, 0], 0)
    assert allot(6, NEEDS) == ([4, 1, 1, 0], 0)


def test_tall_screen_sets_parts_apart():
    given, gap = allot(AIRY, NEEDS)
    assert (given, gap) == ([9, 4, 1, 0], 1)
    assert allot(40, NEEDS) == ([9, 4, 1, 40 - 14 - 3], 1)
