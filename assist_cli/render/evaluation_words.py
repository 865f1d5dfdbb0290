"""What an evaluation has to say besides its numbers: what they mean, what they lack, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from assist_cli.render.plain_text import printable
from assist_cli.workflows.evaluate_weights import Evaluated
from scoring.evaluation.calibration import Bin
from scoring.evaluation.evaluation import FEWEST_IN_SUBSET
from scoring.evaluation.numbers import Number
from scoring.evaluation.opinions import CUT
from scoring.evaluation.side import Side
from scoring.evaluation.slices import OVERALL
from scoring.metrics.bootstrap import DRAWS

SIDES = {
    Side.HELD_OUT: "held out of training",
    Side.TEST: "the published test side",
    Side.TRAIN: "the published training side",
    Side.ALL: "all there are",
}
NONE = "-"


def first_line(made: Evaluated) -> str:
    """Which weights, on which photos."""
    overall, side = made.evaluation.slices[OVERALL], made.plan.side
    scenes = f" in {overall.scenes:,} scenes" if side.scenes_known else ""
    name = made.weights.partition("@")[0]
    return f"{name} on {overall.photos:,} photos of {made.plan.request.dataset}{scenes}: {SIDES[side.side]}."


def notes(made: Evaluated) -> Iterator[str]:
    """A sentence or two each."""
    resampled = "scenes" if made.plan.side.scenes_known else "photos, for the set does not tell which share a scene"
    yield f"In brackets: 95 % intervals, from {DRAWS:,} bootstrap draws of whole {resampled}."
    yield (
        "rmse: in points of the scale 1..10. EMD: between the ten cumulative shares, the mean gap (r = 1) and the root "
        f"mean square gap (r = 2). Two-class accuracy: a photo is good when its mean is above {CUT:g}."
    )
    yield opinions_note(made)
    yield baselines_note(made)
    yield from calibration_notes(made)
    if made.evaluation.subsets_left_out:
        names = ", ".join(map(printable, made.evaluation.subsets_left_out))
        yield f"Subsets with under {FEWEST_IN_SUBSET} photos are counted overall only: {names}."


def opinions_note(made: Evaluated) -> str:
    """Where the distributions come from that EMD and sd are measured against."""
    how = made.plan.photos.how
    if made.evaluation.voted:
        return f"Opinions: {how}."
    return (
        f"Opinions: {how}. So there is no sd to compare with, and EMD and shares of ratings are measured against "
        "that assumption."
    )


def baselines_note(made: Evaluated) -> str:
    """What the baselines know."""
    signs = "A bigger file and a sharper picture count as better, fixed beforehand"
    if made.other is None:
        return (
            f"Baselines: {signs}. No photos are left to fit a mean or a scale on, so predicting the mean is not told, "
            "nor are rmse, EMD and accuracy of the others."
        )
    return (
        f"Baselines: the means of {len(made.other.mean):,} photos of the set that are not measured, lines through "
        f"{len(made.other.looked_at):,} of them, and the usual spread. {signs}."
    )


def calibration_notes(made: Evaluated) -> Iterator[str]:
    """Bias, slope, and whether the promised shares came true."""
    told = made.evaluation.calibration
    direction = "high" if told.bias.value >= 0 else "low"
    slope = f"; opinion rises {in_words(told.slope)} points per point predicted" if told.slope else ""
    bias = Number(abs(told.bias.value), *sorted_ends(told.bias))
    yield f"Calibration: predicted means are {in_words(bias)} points too {direction}{slope}."
    yield (
        f"Ratings of 6 or more: {promised(told.high_share_overall)}. "
        f"Photos with a mean above {CUT:g}: {promised(told.above_cut)}."
    )


def sorted_ends(number: Number) -> tuple[float | None, float | None]:
    """The interval of a number whose sign is told in words."""
    if number.low is None or number.high is None or number.value >= 0:
        return number.low, number.high
    return -number.high, -number.low


def promised(one: Bin) -> str:
    """`59.5 % predicted, 56.3 % [53.4, 59.3] observed`."""
    seen = one.observed
    ends = "" if seen.low is None or seen.high is None else f" [{100 * seen.low:.1f}, {100 * seen.high:.1f}]"
    return f"{100 * one.predicted:.1f} % predicted, {100 * seen.value:.1f} %{ends} observed"


def left_out_lines(made: Evaluated) -> Iterator[str]:
    """Every picture that is missing or unreadable."""
    if made.unreadable:
        yield f"{len(made.unreadable)} pictures are missing or unreadable and left out:\n"
    for photo in made.unreadable:
        yield f"- {printable(photo.path.name)}: {printable(photo.message)}"


def in_words(number: Number | None) -> str:
    """`.828 [.796, .854]`."""
    if number is None:
        return NONE
    ends = "" if number.low is None or number.high is None else f" [{short(number.low)}, {short(number.high)}]"
    return short(number.value) + ends


def short(value: float) -> str:
    """`.828`, `-.05`, `1.079`: three decimals, no nought in front."""
    return (
        f"{value + 0.0:.3f}".replace("-0.000", "0.000").replace("0.", ".", 1) if abs(value) < 0.9995 else f"{value:.3f}"
    )
