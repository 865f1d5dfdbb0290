"""Which words the light gets, and which of two findings goes first."""

import pytest

from scoring.assessors.backlight import Backlight
from scoring.assessors.light_contrast import ORDINARY_SPREAD_EV, Contrast
from scoring.assessors.light_words import explain, is_backlit, level_of

ORDINARY = Contrast(ORDINARY_SPREAD_EV, 5.5, 4.0, 0.18)
FOG = Contrast(0.4, 2.0, 0.8, 0.3)
SNOW = Contrast(1.0, 4.8, 2.3, 0.6)
STARK = Contrast(ORDINARY_SPREAD_EV + 1.0, 7.0, 6.0, 0.1)
DARK_FACE = Backlight(-3.0, 0.02, 0.9)
MOON = Backlight(4.0, 0.7, 0.9)


@pytest.mark.parametrize(
    ("contrast", "level"),
    [(ORDINARY, "normal contrast"), (FOG, "flat"), (SNOW, "soft contrast"), (STARK, "contrasty")],
)
def test_contrast_alone_gives_the_level(contrast, level):
    assert level_of(contrast, None, None, 0.0) == level


def test_silhouette_goes_before_a_dark_face_and_a_dark_face_before_contrast():
    assert level_of(FOG, DARK_FACE, None, 0.2) == "silhouette"
    assert level_of(FOG, DARK_FACE, None, 0.0) == "backlit"


def test_stark_subject_makes_a_photo_contrasty_where_one_is_sure_of_it():
    assert level_of(ORDINARY, None, MOON, 0.0) == "contrasty"
    assert level_of(ORDINARY, None, Backlight(MOON.ev, MOON.luminance, 0.4), 0.0) == "normal contrast"


@pytest.mark.parametrize(
    ("face", "backlit"),
    [(None, False), (DARK_FACE, True), (Backlight(-3.0, 0.2, 0.9), False), (Backlight(-1.0, 0.02, 0.9), False)],
)
def test_face_is_backlit_only_where_it_is_dark_and_darker_than_its_surroundings(face, backlit):
    assert is_backlit(face) == backlit


@pytest.mark.parametrize(
    ("median", "words"), [(0.01, "they are dark"), (0.2, "fog, haze or dull light"), (0.7, "high key, if it is meant")]
)
def test_flat_frame_is_told_as_what_its_brightness_suggests(median, words):
    (sentence,) = explain("flat", Contrast(0.4, 2.0, 0.8, median), None, None)
    assert words in sentence
    assert "2.0 EV" in sentence


def test_backlit_face_is_told_with_how_dark_it_is():
    assert explain("backlit", ORDINARY, DARK_FACE, MOON) == (
        "The face is 3.0 EV darker than what is around it: lit from behind, or in shade.",
    )


@pytest.mark.parametrize(
    ("local", "words"),
    [(2.0, ", but little local contrast."), (3.5, "to bright."), (5.0, ", with strong local contrast.")],
)
def test_local_contrast_is_told_of_where_it_is_out_of_the_ordinary(local, words):
    (sentence,) = explain("normal contrast", Contrast(ORDINARY_SPREAD_EV, 5.5, local, 0.18), None, None)
    assert sentence.endswith(words)


@pytest.mark.parametrize(("ev", "told"), [(4.0, "4.0 EV brighter"), (-2.5, "2.5 EV darker"), (1.9, None)])
def test_subject_is_told_of_from_two_stops_on_without_a_sign(ev, told):
    said = explain("normal contrast", ORDINARY, None, Backlight(ev, 0.3, 0.8))
    assert len(said) == (1 if told is None else 2)
    assert told is None or told in said[1]


def test_light_from_behind_goes_before_local_contrast_that_black_cannot_have():
    sunset = Contrast(ORDINARY_SPREAD_EV + 1.0, 6.5, 2.0, 0.02)
    assert "little local contrast" in explain("contrasty", sunset, None, None)[0]
    first, second = explain("contrasty", sunset, None, None, against_light=True)
    assert first.startswith("Backlit: what stands in front is nearly black")
    assert second == "Strong contrast: 6.5 EV from dark to bright."
