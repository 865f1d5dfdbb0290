"""How many to keep: a number, or a part."""

import pytest

from scoring.ranking.picks.keep import Keep, KeepError, parse_keep


@pytest.mark.parametrize(
    ("text", "keep"), [("40", Keep(40)), ("1", Keep(1)), ("25%", Keep(25, True)), (" 12.5 % ", Keep(12.5, True))]
)
def test_keep_is_a_number_or_a_part(text, keep):
    assert parse_keep(text) == keep


@pytest.mark.parametrize("text", ["", "many", "-3", "2.5", "120%", "10%%"])
def test_anything_else_is_told_in_one_line(text):
    with pytest.raises(KeepError, match="neither a number of photos nor a part") as told:
        parse_keep(text)
    assert told.value.hint == "such as --keep 40 or --keep 25%"
    assert told.value.exit_code == 2


@pytest.mark.parametrize("text", ["0", "0%", "0.0 %", "00"])
def test_none_at_all_is_refused_as_a_shoot_without_keepers_is_no_pick(text):
    with pytest.raises(KeepError, match="would keep no photo at all") as told:
        parse_keep(text)
    assert told.value.hint == "such as --keep 40 or --keep 25%"


@pytest.mark.parametrize(
    ("text", "photos", "kept"),
    [("10", 100, 10), ("500", 100, 500), ("25%", 10, 3), ("25%", 9, 2), ("1%", 10, 1), ("0.1%", 10, 1),
     ("100%", 7, 7), ("50%", 0, 0)],
)  # fmt: skip
def test_a_part_is_rounded_to_the_nearest_and_never_to_none(text, photos, kept):
    assert parse_keep(text).asked_of(photos) == kept
