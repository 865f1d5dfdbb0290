"""What is printed of a ladder."""

import numpy as np

from tests.benchmarks.ladders.ladder import Ladder
from tests.benchmarks.truth import climbs

LADDER = Ladder("defocus", (0, 1, 2, 3, 4), "px", lambda rgb, _step: rgb, "focus", "value", -1)


def test_steps_that_were_not_judged_are_counted():
    row = climbs.row(LADDER, [[0.9, 0.8, 0.7, 0.6, 0.5], [0.9, 0.8, 0.7, 0.6, None], [0.9, None, None, None, None]])
    printed = dict(zip(climbs.HEAD, row, strict=True))
    assert printed["steps judged"] == "10 of 15"
    assert printed["photos at .95 or more"] == "2 of 2, 1 not judged"


def test_ladder_that_was_never_judged_has_a_line_too():
    row = climbs.row(LADDER, [[None] * 5])
    assert dict(zip(climbs.HEAD, row, strict=True))["steps judged"] == "0 of 5"


def test_fewer_than_four_steps_are_no_order():
    assert climbs.agreement(LADDER, [0.9, 0.8, 0.7, None, None]) is None
    assert np.isclose(climbs.agreement(LADDER, [0.9, 0.8, 0.7, 0.6, None]), 1.0)
