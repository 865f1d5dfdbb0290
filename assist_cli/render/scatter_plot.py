"""The scatter plot of an evaluation: each photo's predicted mean rating against people's."""

from __future__ import annotations

import numpy as np
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap

from assist_cli.render.evaluation_words import in_words
from assist_cli.render.plain_text import printable
from assist_cli.render.plot_page import COLOURS, FAINT, INK, page, png, square
from assist_cli.workflows.evaluate_weights import Evaluated
from scoring.evaluation.evaluation import NETWORK, Evaluation
from scoring.evaluation.opinions import CUT, Bools
from scoring.evaluation.slices import OVERALL

MANY_PHOTOS = 4000
"""From here on dots hide one another, and their density is drawn instead."""
EDGES = [1.0 + quarter / 4.0 for quarter in range(37)]
"""Of the bars along the sides, in points of the scale."""


def scatter_png(made: Evaluated) -> bytes:
    """PNG: one dot a photo, and along the sides how predictions and opinions are spread."""
    figure = page(7.4, 7.6, made)
    grid = figure.add_gridspec(2, 2, width_ratios=(7, 1), height_ratios=(1, 7), wspace=0.0, hspace=0.0)
    middle = figure.add_subplot(grid[1, 0])
    draw_photos(middle, made.evaluation)
    above, beside = figure.add_subplot(grid[0, 0], sharex=middle), figure.add_subplot(grid[1, 1], sharey=middle)
    above.hist(made.evaluation.predicted, EDGES, color=FAINT, rwidth=0.9)
    beside.hist(made.evaluation.opinion, EDGES, color=FAINT, rwidth=0.9, orientation="horizontal")
    beside.margins(x=0.1)
    above.axis("off")
    beside.axis("off")
    return png(figure)


def draw_photos(axes: Axes, measured: Evaluation) -> None:
    """The photos, the diagonal, the cut, and the numbers in the corner."""
    square(axes, 1.0, 10.0)
    axes.set(xlabel="predicted mean rating", ylabel="people's mean rating", xticks=range(1, 11), yticks=range(1, 11))
    axes.axhline(CUT, color=FAINT, linewidth=0.8, linestyle=(0, (4, 4)), zorder=0.5)
    axes.axvline(CUT, color=FAINT, linewidth=0.8, linestyle=(0, (4, 4)), zorder=0.5)
    if len(measured.predicted) >= MANY_PHOTOS:
        draw_density(axes, measured)
    else:
        draw_dots(axes, measured)
    overall = measured.slices[OVERALL].by_predictor[NETWORK]
    lines = [f"{name}  {in_words(overall[name])}" for name in ("srcc", "plcc", "rmse")]
    axes.text(0.98, 0.02, "\n".join(lines), transform=axes.transAxes, ha="right", va="bottom", color=INK)


def draw_dots(axes: Axes, measured: Evaluation) -> None:
    """A dot a photo, coloured by subset where there are few enough to be told apart."""
    subset = np.array(measured.subset)
    parts = [name for name in measured.slices if name != OVERALL]
    told = parts if 1 < len(parts) <= len(COLOURS) else []
    dots(axes, measured, ~np.isin(subset, told), FAINT if told else COLOURS[0])
    for name, colour in zip(told, COLOURS, strict=False):
        label = f"{printable(name)}  srcc {in_words(measured.slices[name].by_predictor[NETWORK]['srcc'])}"
        dots(axes, measured, subset == name, colour, label)
    if told:
        axes.legend(loc="upper left", frameon=False, handletextpad=0.1, borderaxespad=0.2)


def draw_density(axes: Axes, measured: Evaluation) -> None:
    """Hexagons, the darker the more photos; each step of darkness is so many times more."""
    # From a quarter up: the palette's first blues are too faint to see a single photo.
    visible = colormaps["Blues"].resampled(256)(np.linspace(0.25, 1.0, 256))
    axes.hexbin(
        measured.predicted,
        measured.opinion,
        gridsize=70,
        bins="log",
        mincnt=1,
        cmap=ListedColormap(visible),
        extent=(1.0, 10.0, 1.0, 10.0),
        zorder=0.4,
    )


def dots(axes: Axes, measured: Evaluation, inside: Bools, colour: str, label: str | None = None) -> None:
    """The photos where (N,) `inside` is true, in one colour."""
    predicted, opinion = measured.predicted[inside], measured.opinion[inside]
    axes.scatter(predicted, opinion, s=16, alpha=0.55, linewidths=0, color=colour, label=label)
