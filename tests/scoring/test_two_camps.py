"""Two humps are told from one, however lopsided that one is."""

import csv
from pathlib import Path

import pytest

from scoring.two_camps import Camps, deepest_gap, two_camps

AVA_VOTES = Path(__file__).resolve().parents[3] / "shared" / "data" / "label-tables" / "ava_votes.csv"


def shares(*counts):
    return tuple(count / sum(counts) for count in counts)


@pytest.mark.parametrize(
    "counts",
    [
        (0, 1, 3, 10, 21, 28, 22, 11, 3, 1),
        (1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
        (60, 20, 10, 5, 2, 1, 1, 1, 0, 0),
        (0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
        (3, 1, 3, 10, 21, 28, 22, 11, 3, 1),
    ],
    ids=["bell", "flat", "lopsided", "all agree", "a few ones"],
)
def test_one_hump_is_one_camp(counts):
    assert two_camps(shares(*counts)) is None


@pytest.mark.parametrize(
    ("counts", "camps"),
    [
        ((0, 5, 20, 10, 2, 1, 5, 15, 20, 2), Camps(3, 9)),
        ((38, 8, 14, 20, 10, 4, 3, 1, 1, 1), Camps(1, 4)),
        ((50, 0, 0, 0, 0, 0, 0, 0, 0, 50), Camps(1, 10)),
    ],
)
def test_two_humps_are_two_camps_where_most_of_each_are(counts, camps):
    assert two_camps(shares(*counts)) == camps


def test_dip_of_two_opposite_camps_is_known_in_closed_form():
    # Two blocks of width 1 and mass 1/2, eight empty buckets between: each must give up 1/2 * 8/9 to be as low as the gap.
    dip, gap = deepest_gap(shares(1, 0, 0, 0, 0, 0, 0, 0, 0, 1))
    assert dip == pytest.approx(0.5 * 8 / 9 / 2)
    assert gap == (1, 9)


def test_dip_is_the_same_read_from_either_end():
    dist = shares(0, 5, 20, 10, 2, 1, 5, 15, 20, 2)
    assert deepest_gap(dist)[0] == pytest.approx(deepest_gap(dist[::-1])[0])


def test_real_opinions_rarely_fall_into_two_camps():
    if not AVA_VOTES.is_file():
        pytest.skip("AVA's votes lie in the shared folder beside the project, which is not here")
    with AVA_VOTES.open(newline="") as table:
        rows = [
            [int(cell) for cell in row[1:]]
            for row, _ in zip(list(csv.reader(table))[1::24], range(2_000), strict=False)
        ]
    found = sum(two_camps(shares(*votes)) is not None for votes in rows)
    assert len(rows) == 2_000
    assert found < 10
