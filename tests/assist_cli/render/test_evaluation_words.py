"""Numbers in words, and what they lack said plainly."""

import pytest

from assist_cli.render.evaluation_words import first_line, in_words, left_out_lines, notes, promised, short
from scoring.evaluation.calibration import Bin
from scoring.evaluation.numbers import Number
from tests.assist_cli.made_evaluation import made_evaluation


@pytest.mark.parametrize(
    ("value", "told"),
    [(0.8278, ".828"), (-0.05, "-.050"), (1.0786, "1.079"), (0.9996, "1.000"), (1.0, "1.000"), (0.0, ".000"),
     (-0.0001, ".000"), (-1.0, "-1.000")],
)  # fmt: skip
def test_numbers_have_three_decimals_and_no_nought_in_front(value, told):
    assert short(value) == told


def test_a_number_is_told_with_its_interval_or_as_a_dash():
    assert in_words(Number(0.8278, 0.795, 0.854)) == ".828 [.795, .854]"
    assert in_words(Number(0.5, None, None)) == ".500"
    assert in_words(None) == "-"


def test_shares_are_told_as_promised_and_as_seen():
    assert promised(Bin(9, 0.5951, Number(0.5634, 0.534, 0.593))) == "59.5 % predicted, 56.3 % [53.4, 59.3] observed"


def test_the_first_line_says_which_photos_were_measured():
    assert first_line(made_evaluation()) == "nima.drawn on 60 photos of drawn in 30 scenes: held out of training."


def test_without_votes_it_is_said_why_there_is_no_sd():
    told = " ".join(notes(made_evaluation(voted=False)))
    assert "no sd to compare with" in told
    assert "no sd" not in " ".join(notes(made_evaluation(voted=True)))


def test_baselines_without_other_photos_say_what_they_lack():
    assert "No photos are left to fit" in " ".join(notes(made_evaluation(fitted=False)))
    assert "60 photos of the set that are not measured" in " ".join(notes(made_evaluation()))


def test_bias_is_told_as_a_direction_with_its_interval_the_right_way_round():
    made = made_evaluation()
    told = next(note for note in notes(made) if note.startswith("Calibration"))
    bias = made.evaluation.calibration.bias
    assert f"points too {'high' if bias.value >= 0 else 'low'}" in told
    assert in_words(Number(abs(bias.value), *sorted_like(bias))) in told


def sorted_like(bias):
    return (bias.low, bias.high) if bias.value >= 0 else (-bias.high, -bias.low)


def test_every_unreadable_picture_is_listed():
    assert list(left_out_lines(made_evaluation())) == []
    told = "\n".join(left_out_lines(made_evaluation(broken=("a\tb.jpg", "c.jpg"))))
    assert "2 pictures" in told
    assert "- a?b.jpg: it ends early" in told
