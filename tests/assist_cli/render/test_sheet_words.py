"""What a contact sheet says of groups, places and ties."""

import re

import pytest

from assist_cli.render.sheet_contents import SheetGroup
from assist_cli.render.sheet_words import KIND_WORDS, place_words, tally_words, tie_words
from scoring.groups.group import GroupKind
from tests.assist_cli.sheet_samples import a_bracket, a_burst, a_frame


def test_every_kind_of_group_has_its_words():
    assert set(KIND_WORDS) == set(GroupKind)


@pytest.mark.parametrize(
    "words",
    ["1st of 40", "2nd of 40", "3rd of 40", "4th of 40", "11th of 40", "12th of 40", "13th of 40", "21st of 40"],
)
def test_place_words_count_as_people_do(words):
    rank = int(re.match(r"\d+", words)[0])
    assert place_words(rank, 40) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(2, "as good as 1.JPG"), (3, "as good as 1.JPG and 2.JPG"), (5, "as good as 1.JPG, 2.JPG and 2 more")],
)
def test_tie_words_name_the_frames_that_share_the_rank(count, words):
    tied = [a_frame(f"{number}.JPG", rank=1, tied=True) for number in range(count)]
    others = [a_frame("other.JPG", rank=2, tied=True), a_frame("last.JPG", rank=9)]
    assert tie_words(tied[0], [*others, *tied]) == words
    assert tie_words(others[1], [*others, *tied]) is None


def test_tie_words_do_not_name_what_the_sheet_does_not_show():
    assert tie_words(a_frame(rank=1, tied=True), [a_frame(rank=2)]) == "as good as another of its group"


def test_tally_words_count_decisions_the_best_first():
    assert tally_words(a_burst()) == "2 keepers, 1 alternate, 1 reject candidate"


def test_tally_words_say_nothing_where_nothing_was_decided():
    assert tally_words(SheetGroup(GroupKind.BURST, "2 frames", (a_frame(), a_frame()))) is None


def test_tally_words_say_that_a_set_is_kept_whole():
    assert tally_words(a_bracket()) == "one picture together, kept whole"
