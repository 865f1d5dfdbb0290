"""Picks as a list for people."""

import dataclasses

import pytest

from assist_cli.render.pick_table import counts, pick_lines
from scoring.ranking.picks.choose_shoot import ChosenShoot
from tests.assist_cli.made_shoot import CHOICES, picked


def lines(width=100):
    return [line.plain for line in pick_lines(picked(), width)]


def test_frames_of_a_burst_stand_best_first_with_their_reasons():
    assert lines()[:4] == [
        "Burst: 3 frames in 0.4 s, same framing",
        " 1= keep       IMG_1.JPG     the best of 3 frames: all eyes open",
        " 1= alternate  IMG_2.JPG     as good as IMG_1.JPG: your choice",
        "  3 reject?    IMG_0.JPG     eyes closed; open in IMG_1.JPG",
    ]


def test_set_that_is_kept_whole_has_no_ranks():
    start = lines().index("Exposure bracket: 2 exposures from -2 to +2 EV (kept whole)")
    assert lines()[start + 1] == "    keep       IMG_3.JPG     part of an exposure bracket of 2: kept whole"


def test_single_frames_come_last_and_counts_after_them():
    *_, heading, single, blank, told = lines()
    assert heading == "Single frames"
    assert single.split() == ["keep", "IMG_7.JPG", "the", "only", "frame", "of", "its", "moment"]
    assert blank == ""
    assert told == "8 photos: 5 to keep, 1 alternate, 2 reject candidates. No photo was changed."


@pytest.mark.parametrize("width", [100, 80, 60, 40])
def test_lines_of_photos_stay_within_the_width_and_lose_no_reason(width):
    rows = [line for line in lines(width) if not line.startswith(("Burst", "Exposure", "Duplicates", "8 photos"))]
    assert max(map(len, rows)) <= width
    assert "eyes closed; open in IMG_1.JPG" in " ".join(" ".join(rows).split())


def test_number_asked_for_is_told_with_the_moments_it_covers():
    assert quota(asked=4, possible=6, kept=4) == "4 of 4 asked for, from 3 of 4 moments."


def test_more_asked_for_than_there_are_is_told():
    assert quota(asked=1000, possible=20, kept=20) == "1000 asked for; there are 20 choices, from 3 of 4 moments."
    assert (
        quota(asked=1000, possible=20, kept=9) == "1000 asked for; there are 20 choices, 9 kept, from 3 of 4 moments."
    )
    assert quota(asked=9, possible=1, kept=1) == "9 asked for; there is 1 choice, from 3 of 4 moments."


def quota(**numbers):
    chosen = ChosenShoot(list(CHOICES), **numbers, photos=5, moments=4, covered=3)
    return counts(dataclasses.replace(picked(), chosen=chosen)).partition("No photo was changed. ")[2]
