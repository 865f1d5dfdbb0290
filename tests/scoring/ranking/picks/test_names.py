"""File names in a sentence."""

import pytest

from scoring.ranking.picks.names import listed


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A and 2 others"),
        (["A", "B", "C", "D"], "A and 3 others"),
    ],
)
def test_a_list_of_names_stays_short(names, words):
    assert listed(names) == words
