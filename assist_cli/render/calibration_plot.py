"""The calibration plot of an evaluation: what people said where the network predicts each rating, each share."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from assist_cli.render.evaluation_words import in_words, promised
from assist_cli.render.plot_page import COLOURS, INK, page, png, square
from assist_cli.workflows.evaluate_weights import Evaluated
from scoring.evaluation.calibration import Bin
from scoring.evaluation.opinions import CUT


def calibration_png(made: Evaluated) -> bytes:
    """PNG: the reliability of the mean on the left, of the share of high ratings on the right."""
    told = made.evaluation.calibration
    figure = page(11.0, 5.9, made)
    left, right = figure.subplots(1, 2)
    low, high = ratings_shown(told.mean)
    square(left, low, high)
    ticks = range(low, high + 1)
    left.set(title="Mean rating", xlabel="predicted", ylabel="people's", xticks=ticks, yticks=ticks)
    draw_bins(left, told.mean, COLOURS[0])
    corner(left, f"bias {in_words(told.bias)}" + (f"\nslope {in_words(told.slope)}" if told.slope else ""))
    square(right, 0.0, 1.0)
    assumed = "" if made.evaluation.voted else ", assumed from their means"
    right.set(title="Share of ratings of 6 or more", xlabel="predicted", ylabel=f"people's{assumed}")
    for axis in (right.xaxis, right.yaxis):
        axis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    draw_bins(right, told.high_share, COLOURS[2])
    shares = {"all ratings": told.high_share_overall, f"photos with a mean above {CUT:g}": told.above_cut}
    corner(right, "\n".join(f"{name}:\n{promised(one)}" for name, one in shares.items()))
    parts = f"Each point: one of {len(told.mean)} equal parts of the photos, by prediction."
    figure.supxlabel(f"{parts} Bars: 95 % intervals. On the grey line predictions come true.", fontsize=9)
    return png(figure)


def ratings_shown(bins: Sequence[Bin]) -> tuple[int, int]:
    """The whole ratings below and above all points: on the whole scale, a set between 4 and 7 would be a dot."""
    told = [value for one in bins for value in (one.predicted, one.observed.value, one.observed.low, one.observed.high)]
    known = [value for value in told if value is not None]
    return max(1, math.floor(min(known) - 0.2)), min(10, math.ceil(max(known) + 0.2))


def draw_bins(axes: Axes, bins: Sequence[Bin], colour: str) -> None:
    """A point a bin, with the interval of what was observed."""
    predicted = np.array([one.predicted for one in bins])
    observed = np.array([one.observed.value for one in bins])
    for one in bins:
        if one.observed.low is not None and one.observed.high is not None:
            axes.plot(
                [one.predicted] * 2, [one.observed.low, one.observed.high], color=colour, linewidth=1.6, alpha=0.6
            )
    axes.plot(predicted, observed, color=colour, marker="o", markersize=6, linewidth=1.0)


def corner(axes: Axes, text: str) -> None:
    """`text` in the lower right, where the diagonal leaves room."""
    axes.text(0.98, 0.02, text, transform=axes.transAxes, ha="right", va="bottom", color=INK)
