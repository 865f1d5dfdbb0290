"""Framing counts where frames differ in it, not where a verdict turned over nothing."""

import pytest

from scoring.assessors.composition import CUT_COST, FAULTLESS, TILT_COST
from scoring.ranking.picks.steady_framing import steady_framing
from tests.scoring.ranking.picks.made_photos import CUT, MIDDLE_PX, NOT_JUDGED, framing, photo


def values(*each):
    return steady_framing([photo(number, composition=one) for number, one in enumerate(each)])


def test_a_subject_that_left_the_frame_costs():
    assert values(framing(), CUT) == pytest.approx([FAULTLESS, FAULTLESS - CUT_COST])


def test_one_and_the_same_box_is_not_cut_in_one_frame_and_whole_in_the_next():
    called_cut = framing("subject cut off", cut_at="left", box_px=tuple(edge + 10 for edge in MIDDLE_PX))
    assert values(framing(), called_cut) == [FAULTLESS, FAULTLESS]


def test_what_every_frame_cuts_sets_none_apart():
    assert values(CUT, CUT) == [FAULTLESS, FAULTLESS]


def test_a_tilt_counts_where_every_frame_shows_which_way_is_level():
    tilted = framing("tilted horizon", tilt_deg=-6.0)
    assert values(framing(), tilted) == pytest.approx([FAULTLESS, FAULTLESS - TILT_COST])
    assert values(framing(tilt_confidence=0.0), tilted) == [FAULTLESS, FAULTLESS]


def test_what_abstains_takes_no_part():
    assert values(framing(), NOT_JUDGED) == [FAULTLESS, None]
