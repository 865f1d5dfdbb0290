"""Which half of the photos a tilt is measured on hangs on nothing but a photo's name."""

from scoring.training.tilts.halves import is_reported


def test_about_half_of_all_names_are_reported_on():
    assert 450 < sum(is_reported(f"ss03_{number}.jpg") for number in range(1000)) < 550


def test_a_name_stays_on_its_side():
    # Published tables and shipped weights rest on it.
    assert [is_reported(f"ss03_{number}.jpg") for number in range(1, 7)] == [False, True, True, True, False, False]
