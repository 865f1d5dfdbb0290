"""What is told a photographer of exposure."""

from dataclasses import replace

import pytest

from scoring.assessors.exposure_verdict import judge_exposure
from scoring.assessors.exposure_words import explain
from scoring.ranking.exposure_rules import load_exposure_rules
from tests.scoring.assessors.made_facts import blown, made_facts


def said(facts, rules="auto"):
    chosen = load_exposure_rules(rules)
    return explain(facts, judge_exposure(facts, chosen), chosen)


LIT_TENTH = made_facts(-4.0, lit_ev=0.2, low_key=1.0, deep_shadows=0.9, zones=(0.9, *(0.0,) * 3, 0.1, *(0.0,) * 6))


@pytest.mark.parametrize(
    ("ev", "sentence"),
    [
        (-2.5, "Much too dark: about 2.5 EV under."),
        (-1.2, "A little dark: about 1.2 EV under."),
        (-0.8, "Normal, a touch dark: about 0.8 EV under."),
        (0.6, "Normal, a touch bright: about 0.6 EV over."),
        (-0.5, "Well exposed: within half a stop, and next to nothing is blown."),
        (0.1, "Well exposed: within a third of a stop, and next to nothing is blown."),
        (1.2, "A little too bright: about 1.2 EV over, though hardly anything is blown."),
        (2.5, "Much too bright: about 2.5 EV over."),
    ],
)
def test_words_tell_the_level_and_the_offset(ev, sentence):
    assert said(made_facts(ev)) == (sentence,)


def test_words_ask_whether_a_black_frame_with_lit_parts_was_meant():
    night = made_facts(-4.0, lit_ev=0.2, low_key=1.0, deep_shadows=0.9)
    assert said(night) == ("Dark on purpose? Most of the frame is black, but the lit parts are well exposed.",)


def test_words_tell_of_lamps_that_are_blown_to_white_in_a_dark_frame():
    lamps = replace(LIT_TENTH, white=0.012, highlights=0.012, channel_highlights=(0.012,) * 3)
    assert said(lamps, "night")[0].endswith(
        "the lit parts are well exposed, save 12 % of them, which is blown to white."
    )
    assert said(replace(lamps, white=0.02, highlights=0.02), "night")[0].endswith("the lit parts are partly blown.")


def test_words_name_the_channels_of_lamps_that_are_blown_but_not_white():
    neon = replace(LIT_TENTH, white=0.001, highlights=0.013, channel_highlights=(0.011, 0.002, 0.008))
    assert said(neon, "night")[0].endswith(
        "the lit parts are well exposed, though in 13 % of them the red or the blue channel is blown."
    )


def test_words_on_blown_colour_of_lamps_are_not_said_twice():
    neon = replace(LIT_TENTH, white=0.001, highlights=0.05, channel_highlights=(0.05, 0.002, 0.002))
    first, second = said(neon, "night")
    assert first.endswith("the lit parts are well exposed, bright colours apart.")
    assert second.startswith("In 4.9 % of the frame the red channel is blown")


def test_words_tell_a_lit_part_that_is_a_touch_dark():
    dusk = made_facts(-2.0, lit_ev=-0.7, low_key=1.0, brightest_ev=1.8)
    assert said(dusk)[0] == "Dark surroundings, and the bright part is a touch dark (about 0.7 EV under)."


def test_words_ask_whether_unblown_brightness_was_meant():
    assert said(made_facts(1.8, mid_ev=1.5, high_key=1.0))[0].startswith("Bright on purpose?")


def test_words_on_a_sun_before_which_all_is_black_tell_what_brightening_costs_and_call_nothing_dark():
    sunset = made_facts(-1.8, lit_ev=-0.7, low_key=1.0, brightest_ev=2.47, zones=(0.3, 0.1, 0.2, 0.2, 0.2, *(0.0,) * 6))
    assert said(sunset) == (
        "40 % of the frame is nearly black, while the brightest parts already reach white; brightening would cost them.",
    )
    assert "touch dark" in said(replace(sunset, brightest_ev=1.9))[0]


def test_words_on_a_dark_frame_without_room_to_brighten_keep_its_offset():
    street = made_facts(-1.1, zones=(0.2, 0.1, 0.3, 0.2, 0.2, *(0.0,) * 6))
    assert said(street)[0].startswith("A little dark, about 1.1 EV under: 30 % of the frame is nearly black")


def test_words_tell_that_pale_things_below_white_came_out_grey_if_they_are_white():
    snow = made_facts(0.1, brightest_ev=1.5, pale=0.6, greyed=1.0)
    assert said(snow) == (
        "Pale tones fill 60 % of the frame and stay 1.0 EV below white: if they are snow, mist or anything white, they came out "
        "grey and the photo is that much too dark; if they are grey, it is well exposed.",
    )


def test_words_on_a_pale_frame_that_is_dark_as_a_whole_make_no_excuse():
    assert said(made_facts(-1.5, brightest_ev=0.0, pale=0.6, greyed=1.0)) == ("Much too dark: about 2.5 EV under.",)


def test_words_do_not_ask_who_chose_the_rules_of_night():
    night = made_facts(-4.0, lit_ev=0.2, low_key=1.0, deep_shadows=0.9)
    assert said(night, "night") == ("Most of the frame is black, but the lit parts are well exposed.",)


def test_words_tell_lit_part_and_whole_apart_where_half_of_each_is_judged():
    half = made_facts(-2.2, lit_ev=0.0, low_key=0.55)
    assert said(half) == ("Dark surroundings, but the bright part is well exposed; the whole is about 1.0 EV under.",)


def test_words_do_not_excuse_a_night_whose_lights_are_dark_too():
    dark = made_facts(-6.0, lit_ev=-2.5, low_key=1.0, deep_shadows=0.9)
    assert said(dark) == ("Most of the frame is black, and the lit parts are far too dark as well.",)


def test_words_ask_whether_a_silhouette_was_meant():
    assert said(made_facts(-1.0, silhouette=1.0))[0].startswith("A silhouette?")


def test_words_tell_how_much_is_blown_and_black():
    assert said(replace(blown(0.08), shadows=0.2))[1:] == (
        "8.0 % of the frame is blown to pure white.",
        "20 % of the frame is black without detail.",
    )


def test_words_of_portrait_rules_are_about_a_subject_that_differs():
    backlit = made_facts(0.2, subject_ev=-1.2, subject_confidence=1.0, subject_face=1.0)
    assert said(backlit, "portrait")[0] == "The subject is a little dark, about 1.2 EV under; the rest is brighter."
    assert said(backlit)[0].startswith("Well exposed")


def test_words_say_that_rules_forgive_what_is_blown():
    assert (
        said(blown(0.15), "portrait")[1] == "15 % of the frame is blown to pure white, which is no fault in a portrait."
    )


def test_words_say_that_a_black_frame_is_black():
    assert said(made_facts(-8.0, shadows=1.0, deep_shadows=1.0)) == ("The frame is black; nothing in it was exposed.",)


@pytest.mark.parametrize(
    ("before_ev", "told"),
    [(0.2, "but what stands before it is well exposed"), (-4.0, "and what stands before it is far too dark")],
)
def test_words_on_a_backdrop_do_not_call_white_dark_as_well(before_ev, told):
    facts = made_facts(
        1.6, before_ev=before_ev, white_backdrop=1.0, white=0.5, highlights=0.5, backdrop=0.5, backdrop_white=0.5
    )
    assert said(facts, "product")[0] == f"50 % of the frame is pure white, {told}."


def test_words_tell_off_white_paper_from_pure_white():
    paper = made_facts(1.6, before_ev=0.2, white_backdrop=1.0, backdrop=0.5)
    assert said(paper, "product") == ("50 % of the frame is nearly white, but what stands before it is well exposed.",)


def test_words_on_the_subject_tell_its_own_level_and_not_that_of_the_blend():
    dim = made_facts(-2.6, subject_ev=0.1, subject_confidence=0.6, subject_face=1.0)
    assert (
        said(dim, "portrait")[0] == "The subject is well exposed; the rest is darker; the whole is about 2.6 EV under."
    )


def test_words_say_that_a_thing_may_be_dark_by_nature_but_not_a_face():
    dark = made_facts(0.0, subject_ev=-1.5, subject_confidence=1.0)
    assert said(dark, "product")[0] == (
        "The subject is a little dark, about 1.5 EV under, or dark by nature; the rest is brighter."
    )
    assert "nature" not in said(replace(dark, subject_face=1.0), "product")[0]


def test_words_compare_the_rest_in_the_same_measure():
    """A dark wood that the map finds well exposed is no brighter than the thing in it."""
    wood = made_facts(0.0, mid_ev=-1.4, subject_ev=-1.3, subject_confidence=1.0)
    assert "the rest" not in said(wood, "product")[0]


def test_words_say_that_a_white_frame_is_white():
    white = made_facts(3.6, white=1.0, highlights=1.0)
    assert said(white) == ("The frame is blown to white; nothing in it is left.",)
