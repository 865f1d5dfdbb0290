"""Stars as editors write them."""

import pytest

from index.photo.mark_fields.rating import parsed_number, parsed_rating


@pytest.mark.parametrize(
    ("text", "stars"),
    [("4", 4), ("4.0", 4), (" 4 ", 4), ("0", 0), ("5", 5), ("-1", -1), ("-1.0", -1), ("4.5", 4), ("0.5", 0)],
)
def test_stars_are_read_in_every_spelling(text, stars):
    assert parsed_rating(text) == stars


@pytest.mark.parametrize(
    "text", [None, "", " ", "6", "5.5", "-2", "-0.5", "NaN", "inf", "-inf", "four", "4 stars", "1e999"]
)
def test_what_is_no_rating_says_nothing(text):
    assert parsed_rating(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("-1", -1), ("2.0", 2), ("2.5", None), ("", None), ("nan", None)]
)
def test_whole_numbers_are_read(text, number):
    assert parsed_number(text) == number


@pytest.mark.parametrize("text", ["inf", "1e999", "-inf"])
def test_endless_numbers_are_none(text):
    assert parsed_number(text) is None
