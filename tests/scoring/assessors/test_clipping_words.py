"""Which clipping is worth a sentence, and what it is called."""

import pytest

from scoring.assessors.clipping_words import clipping_sentences, heavily_blown
from scoring.ranking.exposure_rules import load_exposure_rules
from tests.scoring.assessors.made_facts import made_facts

AUTO, LANDSCAPE, NIGHT, PORTRAIT, PRODUCT = (
    load_exposure_rules(name) for name in ("auto", "landscape", "night", "portrait", "product")
)


def said(rules=AUTO, **facts):
    return clipping_sentences(made_facts(**facts), rules)


def test_photo_that_lost_nothing_hears_nothing():
    assert said() == ()


@pytest.mark.parametrize(("white", "told"), [(0.009, ()), (0.032, ("3.2 % of the frame is blown to pure white.",))])
def test_white_is_told_from_one_percent_on(white, told):
    assert said(white=white, highlights=white, channel_highlights=(white,) * 3) == told


def test_white_backdrop_is_no_news():
    all_of_it = {"backdrop": 0.4, "backdrop_white": 0.4, "backdrop_highlights": 0.4, "white_backdrop": 1.0}
    assert said(white=0.4, highlights=0.4, channel_highlights=(0.4,) * 3, **all_of_it) == ()


@pytest.mark.parametrize(
    ("channels", "told"),
    [
        ((0.10, 0.0, 0.0), "the red channel is"),
        ((0.0, 0.08, 0.10), "the green or the blue channel is"),
        ((0.06, 0.06, 0.06), "one channel or another is"),
    ],
)
def test_blown_colour_names_its_channels(channels, told):
    (sentence,) = said(highlights=0.10, channel_highlights=channels)
    assert sentence == f"In 10 % of the frame {told} blown, so bright colours lose detail."


def test_channels_are_named_by_what_they_lose_beyond_white():
    sentences = said(white=0.2, highlights=0.3, channel_highlights=(0.2, 0.2, 0.3))
    assert sentences[0] == "20 % of the frame is blown to pure white."
    assert sentences[1].startswith("In 10 % of the frame the blue channel is blown")


def test_blown_colour_of_a_small_area_is_not_told():
    assert said(highlights=0.029, channel_highlights=(0.029, 0.0, 0.0)) == ()


@pytest.mark.parametrize(("shadows", "count"), [(0.04, 0), (0.3, 1), (0.99, 0)])
def test_black_is_told_unless_it_is_little_or_the_whole_frame(shadows, count):
    assert len(said(shadows=shadows)) == count


def test_black_around_a_lit_part_is_no_news_at_night():
    assert said(NIGHT, shadows=0.6, low_key=1.0) == ()
    assert len(said(NIGHT, shadows=0.6, low_key=0.0)) == 1


def test_subject_is_told_of_only_where_it_is_sure_and_the_rules_ask_for_it():
    blown = {"subject_white": 0.2}
    assert said(PORTRAIT, **blown, subject_confidence=0.9) == ("Of the subject, 20 % is blown.",)
    assert said(PORTRAIT, **blown, subject_confidence=0.5) == ()
    assert said(LANDSCAPE, **blown, subject_confidence=0.9) == ()


@pytest.mark.parametrize(
    ("facts", "heavy"),
    [({"white": 0.04}, False), ({"white": 0.05}, True), ({"highlights": 0.14}, False), ({"highlights": 0.15}, True)],
)
def test_photo_is_heavily_blown_from_a_twentieth_white_or_a_seventh_in_any_channel(facts, heavy):
    assert heavily_blown(made_facts(**facts)) == heavy


@pytest.mark.parametrize(("rules", "forgiven"), [(AUTO, False), (PORTRAIT, True), (LANDSCAPE, False)])
def test_white_that_the_chosen_rules_allow_is_told_as_allowed(rules, forgiven):
    (sentence,) = said(rules, white=0.15, highlights=0.15, channel_highlights=(0.15,) * 3)
    assert sentence.endswith(f", which is no fault {rules.place or 'anywhere'}.") == forgiven


def test_white_of_the_thing_before_a_backdrop_is_told():
    ground = {"backdrop": 0.4, "backdrop_white": 0.4, "backdrop_highlights": 0.4, "white_backdrop": 1.0}
    assert said(white=0.43, highlights=0.44, channel_highlights=(0.44,) * 3, **ground) == (
        "Before the background, 3.0 % of the frame is blown to pure white.",
    )


@pytest.mark.parametrize(
    ("rules", "place"), [(NIGHT, "at night"), (PORTRAIT, "in a portrait"), (PRODUCT, "in a product photo")]
)
def test_forgiven_white_is_told_in_the_words_of_its_place(rules, place):
    (sentence,) = said(rules, white=0.04, highlights=0.04, channel_highlights=(0.04,) * 3)
    assert sentence == f"4.0 % of the frame is blown to pure white, which is no fault {place}."


def test_empty_frame_hears_nothing_of_clipping():
    assert said(white=1.0, highlights=1.0, channel_highlights=(1.0,) * 3) == ()
