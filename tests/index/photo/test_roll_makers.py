"""Each maker's record of the camera's roll is read as ExifTool's tag tables describe it: clockwise seen from behind."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from index.photo.roll_makers import apple, canon, fujifilm, olympus, panasonic, reader_for


@dataclass
class DrawnNote:
    """A note whose tags are given."""

    tags: dict[int, tuple[float, ...]] = field(default_factory=dict)
    inner: DrawnNote | None = None

    def integers(self, tag):
        return self.tags.get(tag, ())

    rationals = integers

    def below(self, _):
        return self.inner


def test_panasonic_states_clockwise_tenths_as_unsigned_words():
    assert panasonic(DrawnNote({0x90: (24,), 0x91: (2,)})) == pytest.approx(2.4)
    assert panasonic(DrawnNote({0x90: (0x10000 - 31,)})) == pytest.approx(-3.1)
    assert panasonic(DrawnNote()) is None


def test_olympus_states_anticlockwise_tenths_where_its_gauge_was_on():
    assert olympus(DrawnNote(inner=DrawnNote({0x903: (-24, 1), 0x904: (10, 1)}))) == pytest.approx(2.4)
    assert olympus(DrawnNote(inner=DrawnNote({0x903: (-24, 0)}))) is None
    assert olympus(DrawnNote()) is None


def test_fujifilm_states_degrees():
    assert fujifilm(DrawnNote({0x144D: (2.4,)})) == 2.4
    assert fujifilm(DrawnNote({0x144D: (float("nan"),)})) is None
    assert fujifilm(DrawnNote()) is None


@pytest.mark.parametrize(("number", "roll_deg"), [(0, 0), (24, -2.4), (3576, 2.4), (900, -90), (2700, 90)])
def test_canon_counts_anticlockwise_round_the_circle(number, roll_deg):
    assert canon(DrawnNote({0x4059: (40, 0, 0, 0, number, 0, 0, 0, 0, 0)})) == pytest.approx(roll_deg)


def test_canon_without_a_level_says_nothing():
    assert canon(DrawnNote()) is None
    assert canon(DrawnNote({0x4059: (8, 0)})) is None


@pytest.mark.parametrize(
    ("vector", "roll_deg"),
    [
        ((-1.0, 0.0, 0.0), 0.0),
        ((0.0, -1.0, 0.0), 90.0),
        ((0.0, 1.0, 0.0), -90.0),
        ((1.0, 0.0, 0.0), 180.0),
        ((-0.9962, -0.0872, 0.0), 5.0),
    ],
    ids=[
        "left side down",
        "held upright",
        "on its head",
        "right side down",
        "left side down, top sinking to the right",
    ],
)
def test_apple_gives_where_the_ground_is(vector, roll_deg):
    assert abs(apple(DrawnNote({0x08: vector}))) == pytest.approx(abs(roll_deg), abs=0.01)
    if abs(roll_deg) < 180:
        assert apple(DrawnNote({0x08: vector})) == pytest.approx(roll_deg, abs=0.01)


@pytest.mark.parametrize(
    "vector",
    [(-0.1, 0.0, -0.99), (-2.0, 0.0, 0.0), (0.0, 0.0, 0.0), (float("nan"), 0.0, 0.0), (-1.0, 0.0)],
    ids=["flat lay", "shaken", "falling", "undefined", "cut short"],
)
def test_apple_that_is_not_held_still_and_ahead_says_nothing(vector):
    assert apple(DrawnNote({0x08: vector})) is None


def test_roll_of_a_camera_that_looks_up_steeply_is_left_out():
    assert panasonic(DrawnNote({0x90: (24,), 0x91: (700,)})) is None
    assert canon(DrawnNote({0x4059: (40, 0, 0, 0, 24, 2900, 0)})) is None


def test_reader_is_found_by_the_start_of_the_make():
    assert reader_for("OM Digital Solutions") is olympus
    assert reader_for("Apple") is apple
    assert reader_for("NIKON CORPORATION") is None
