"""Picks as a list for people."""

import dataclasses
from pathlib import Path

import pytest

from assist_cli.render.pick_table import counts, pick_lines
from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot
from scoring.groups.group import Group, GroupKind
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.choose_shoot import ChosenShoot
from tests.assist_cli.made_shoot import CHOICES, photos, picked

NUMBERED = ("ss01_368.jpg", "ss01_83.jpg", "ss02_1.jpg")


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
def test_lines_stay_within_the_width_and_lose_no_reason(width):
    rows = lines(width)
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


def lines_of(photos, groups, choices):
    shoot = PickedShoot(GroupedShoot(photos, groups), [], choices)
    return [line.plain.rstrip() for line in pick_lines(shoot, 100)]


def test_single_frames_stand_in_the_order_of_their_numbers():
    shoot = [dataclasses.replace(one, path=Path("/s", name)) for one, name in zip(photos(3), NUMBERED, strict=True)]
    choices = [Choice(number, None, None, Decision.KEEPER, ("the only frame of its moment",)) for number in range(3)]
    rows = lines_of(shoot, [], choices)[1:4]
    assert [row.split()[1] for row in rows] == ["ss01_83.jpg", "ss01_368.jpg", "ss02_1.jpg"]


def test_frames_of_one_rank_and_of_a_whole_set_stand_as_they_were_taken():
    bracket = Group(GroupKind.BRACKET, (2, 0, 1), "3 exposures")
    choices = [Choice(number, 0, None, Decision.KEEPER, ("kept whole",)) for number in range(3)]
    assert [row.split()[1] for row in lines_of(photos(3), [bracket], choices)[1:4]] == [
        "IMG_2.JPG",
        "IMG_0.JPG",
        "IMG_1.JPG",
    ]


def tied(count):
    """A burst of frames that are all as good as the first."""
    told = [("as good as the others: your choice",)] + [("as good as IMG_0.JPG: your choice",)] * (count - 1)
    others = [tuple(other for other in range(count) if other != number) for number in range(count)]
    choices = [Choice(at, 0, 1, Decision.ALTERNATE, told[at], others[at]) for at in range(count)]
    return lines_of(photos(count), [Group(GroupKind.BURST, tuple(range(count)), f"{count} frames")], choices)[1:-2]


def test_long_ties_are_told_in_full_in_the_first_rows_and_in_a_word_below():
    rows = tied(8)
    assert len(rows) == 8
    assert [row.endswith("your choice") for row in rows] == [True] * 3 + [False] * 5
    assert all(row.startswith(" 1= alternate") and row.endswith("  tied") for row in rows[3:])
    assert all(row.endswith("your choice") for row in tied(6))


def test_folder_in_which_nothing_can_be_read_has_no_counts():
    assert lines_of([], [], []) == ["No photo could be read."]
