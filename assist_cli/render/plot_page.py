"""What the pictures of an evaluation share: colours, axes, title, and how they become a file's bytes."""

from __future__ import annotations

import io

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from assist_cli.render.evaluation_words import first_line
from assist_cli.workflows.evaluate_weights import Evaluated

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""Told apart by the colour-blind (Okabe & Ito 2008)."""
INK, FAINT = "#333333", "#c4c4c4"
DOTS_PER_INCH = 160
"""Sharp on a screen of twice the usual density, and in print at half a page."""
STYLE = {
    "font.size": 10,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.8,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.color": INK,
}


def page(width_inches: float, height_inches: float, made: Evaluated) -> Figure:
    """An empty page with the report's first line above it."""
    figure = Figure(figsize=(width_inches, height_inches), layout="constrained")
    figure.suptitle(first_line(made).rstrip("."), x=0.02, ha="left", fontsize=10, color=INK)
    return figure


def square(axes: Axes, low: float, high: float) -> None:
    """Both axes from `low` to `high`, and the line where predictions come true."""
    axes.set(xlim=(low, high), ylim=(low, high), aspect="equal")
    axes.plot([low, high], [low, high], color=FAINT, linewidth=1.2, zorder=0.5)


def png(figure: Figure) -> bytes:
    """The page as the bytes of a PNG file."""
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=DOTS_PER_INCH)
    return stream.getvalue()
