"""The words for a distribution: true, and silent where the weights have learned nothing."""

import pytest

from assist_cli.render import opinion_words
from assist_cli.render.opinion_words import NOT_KNOWN, NOT_LEARNED, shape_words, two_class_words
from scoring.rating_distribution import Quality
from weights.registry import DEFAULT_RATING_WEIGHTS


def quality(*counts, weights="test"):
    return Quality(weights, tuple(count / sum(counts) for count in counts))


@pytest.fixture
def learned(monkeypatch):
    monkeypatch.setattr(opinion_words, "learns_spread", lambda _weights: True)


@pytest.mark.parametrize(
    ("low", "words"),
    [
        (30, "likely above 5: 70 % would rate it 6 or higher"),
        (52, "on the edge: 48 % would rate it 6 or higher"),
        (80, "likely 5 or below: 20 % would rate it 6 or higher"),
    ],
)
def test_two_classes_come_with_their_share(low, words):
    assert two_class_words(quality(0, 0, 0, 0, low, 100 - low, 0, 0, 0, 0)) == words


@pytest.mark.usefixtures("learned")
@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 0, 10, 80, 10, 0, 0, 0), ["People would agree more than usual: around 6.0 the sd is usually 1.5."]),
        (
            (0, 1, 3, 10, 21, 28, 22, 11, 3, 1),
            ["People would agree as far as they usually do: around 6.0 the sd is usually 1.5."],
        ),
        (
            (8, 6, 8, 10, 21, 17, 7, 8, 6, 9),
            [
                "People would disagree more than usual: around 5.5 the sd is usually 1.4.",
                "Some would like it much better than others.",
            ],
        ),
        (
            (0, 5, 20, 10, 2, 1, 5, 15, 20, 2),
            [
                "Two camps, around 3 and around 9: the mean of 6.0 speaks for neither.",
                "Some would like it, some would not.",
            ],
        ),
        ((38, 8, 14, 20, 10, 4, 3, 1, 1, 1), ["Two camps, around 1 and around 4: the mean of 3.0 speaks for neither."]),
    ],
    ids=["narrow", "usual", "wide", "love or hate", "both below the cut"],
)
def test_the_shape_is_told_in_plain_sentences(counts, said):
    assert list(shape_words(quality(*counts))) == said


@pytest.mark.usefixtures("learned")
def test_a_tail_is_told_with_its_side():
    assert (
        list(shape_words(quality(3, 2, 2, 3, 5, 15, 40, 25, 5, 0)))[1] == "A few would rate it far lower than the rest."
    )


def test_the_width_of_weights_that_learned_means_only_tells_nothing_of_disagreement():
    camps = quality(50, 0, 0, 0, 0, 0, 0, 0, 0, 50, weights=DEFAULT_RATING_WEIGHTS)
    assert list(shape_words(camps)) == [NOT_LEARNED]
    assert list(shape_words(quality(50, 0, 0, 0, 0, 0, 0, 0, 0, 50, weights="gone.long_ago"))) == [NOT_KNOWN]
