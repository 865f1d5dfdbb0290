"""The three ways to read a rating distribution, in a photographer's words: two classes, one score, the distribution."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.opinion_shape import Shape, Tail, Width, learns_spread, shape_of
from scoring.rating_distribution import HIGH_RATING, Quality, TwoClass
from scoring.rating_error import usual_error

CUT = HIGH_RATING - 1

NOT_LEARNED = (
    "These weights learned the mean alone. Width and shape are what usually goes with such a mean: "
    "they do not tell whether people would disagree about this photo."
)
AGREEMENT = {
    Width.NARROW: "People would agree more than usual",
    Width.USUAL: "People would agree as far as they usually do",
    Width.WIDE: "People would disagree more than usual",
}
TAILS = {
    Tail.LOW: "A few would rate it far lower than the rest.",
    Tail.HIGH: "A few would rate it far higher than the rest.",
}
NOT_KNOWN = "Nothing is known of how these weights learned width and shape: do not read disagreement into them."


def two_class_words(quality: Quality) -> str:
    """On which side of the cut most people would be, and how many."""
    share = f"{quality.p_high * 100:.0f} % would rate it {HIGH_RATING} or higher"
    match quality.two_class:
        case TwoClass.ABOVE:
            return f"likely above {CUT}: {share}"
        case TwoClass.BELOW:
            return f"likely {CUT} or below: {share}"
        case TwoClass.ON_THE_EDGE:
            return f"on the edge: {share}"


def score_words(quality: Quality) -> Iterator[str]:
    """The centre, as one score, and how far such a score is usually off."""
    yield f"mean {quality.mean:.1f}"
    yield f"median {quality.median:.1f}"
    error = usual_error(quality.weights)
    if error is not None:
        yield f"off by about {error:.1f} on photos never seen"


def moment_words(quality: Quality) -> Iterator[str]:
    """The numbers of the distribution's shape."""
    yield f"sd {quality.sd:.1f}"
    yield f"skewness {_signed(quality.skewness)}"
    yield f"kurtosis {_signed(quality.kurtosis)}"


def shape_words(quality: Quality) -> Iterator[str]:
    """What the shape means, a sentence at a time; only that it means nothing where the weights have not learned it."""
    match learns_spread(quality.weights):
        case True:
            yield from _learned(quality, shape_of(quality))
        case False:
            yield NOT_LEARNED
        case None:
            yield NOT_KNOWN


def _learned(quality: Quality, shape: Shape) -> Iterator[str]:
    if shape.camps:
        low, high = shape.camps.low, shape.camps.high
        yield f"Two camps, around {low} and around {high}: the mean of {quality.mean:.1f} speaks for neither."
        if low <= CUT < high:
            yield "Some would like it, some would not."
        return
    usual = f"around {quality.mean:.1f} the sd is usually {shape.usual_sd:.1f}"
    yield f"{AGREEMENT[shape.width]}: {usual}."
    # Skewness counts in sds: where these are short, a tail does not reach far.
    if shape.width is not Width.NARROW and shape.tail in TAILS:
        yield TAILS[shape.tail]
    elif shape.width is Width.WIDE:
        yield "Some would like it much better than others."


def _signed(value: float) -> str:
    return f"{round(value, 1) + 0.0:+.1f}"  # adding 0 turns -0.0 into 0.0
