"""A problem gets a word only when it is sure and large enough."""

import pytest

from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.problems import WORDS, problem_word, problem_words
from scoring.registry import ASSESSORS


def low(confidence=0.9, **evidence):
    return Assessment(0.1, confidence, "level", ("Reason.",), evidence)


@pytest.mark.parametrize(
    ("name", "evidence", "word"),
    [
        ("exposure", {"ev_offset": -2.0, "clipped_highlights": 0.2}, "dark"),
        ("exposure", {"ev_offset": 1.5, "clipped_highlights": 0.0}, "bright"),
        ("exposure", {"ev_offset": 1.5, "clipped_highlights": 0.2}, "blown"),
        ("exposure", {"ev_offset": 1.6, "judged_ev_offset": -2.2, "clipped_highlights": 0.5}, "dark"),
        (
            "exposure",
            {"judged_ev_offset": 1.6, "clipped_highlights": 0.5, "judged_clipped_highlights": 0.0},
            "bright",
        ),
        ("focus", {"verdict": "missed_focus"}, "missed focus"),
        ("focus", {"verdict": "sharp_subject"}, None),
        ("sharpness", {}, "soft"),
        ("noise", {}, "noisy"),
        ("artefacts", {"worst": "blocking"}, "blocky"),
        ("artefacts", {"worst": None}, None),
        ("light", {}, None),
    ],
)
def test_a_low_factor_is_called_by_what_is_wrong(name, evidence, word):
    assert problem_word(name, low(**evidence)) == word


@pytest.mark.parametrize(
    ("name", "level", "evidence", "word"),
    [
        ("exposure", "severely over", {"ev_offset": 1.6}, "bright"),
        ("exposure", "severely under", {"ev_offset": -2.0}, "dark"),
        ("exposure", "slightly under", {"ev_offset": -0.8}, None),
        ("focus", "missed focus", {"verdict": "missed_focus"}, "missed focus"),
        ("focus", "sharp", {"verdict": "sharp_subject"}, None),
        ("sharpness", "blurred", {}, "soft"),
        ("sharpness", "moderately sharp", {}, None),
        ("noise", "noisy", {}, "noisy"),
        ("noise", "slightly noisy", {}, None),
        ("colour", "too vivid", {}, "too vivid"),
        ("colour", "slightly warm", {}, None),
        ("light", "backlit", {}, "backlit"),
        ("light", "flat", {}, None),
        ("light", "silhouette", {}, None),
        ("artefacts", "strong artefacts", {"worst": "banding"}, "banding"),
        ("artefacts", "slight artefacts", {"worst": "blocking"}, None),
        ("composition", "tilted horizon", {}, "tilted"),
        ("composition", "subject cut off", {}, "cut off"),
        ("composition", "no obvious fault", {}, None),
        ("faces", "eyes closed", {}, "eyes closed"),
        ("faces", "eyes soft", {}, "soft eyes"),
        ("faces", "face cut off", {}, "face cut off"),
        ("faces", "eyes open, sharp", {}, None),
    ],
)
def test_a_level_that_names_a_fault_is_said_though_the_value_is_middling(name, level, evidence, word):
    assert problem_word(name, Assessment(0.6, 0.7, level, ("Reason.",), evidence)) == word


def test_closed_eyes_are_said_only_when_sure():
    assert problem_word("faces", Assessment(0.15, 0.35, "eyes closed", ("Reason.",))) is None


def test_nothing_is_said_of_what_is_good_or_unsure_or_cannot_be_judged():
    assert problem_word("noise", Assessment(0.8, 0.9, "level", ("Reason.",))) is None
    assert problem_word("noise", low(confidence=0.1)) is None
    assert problem_word("noise", cannot_judge("Too small.")) is None


def test_a_word_is_said_once_though_two_factors_say_it():
    assert problem_words({"focus": low(verdict="soft"), "sharpness": low(), "noise": low()}) == ("soft", "noisy")


def test_every_assessor_has_its_words():
    assert set(WORDS) == {assessor.name for assessor in ASSESSORS}
