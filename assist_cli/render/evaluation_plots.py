"""The pictures of an evaluation, by file name. The one room that needs matplotlib, which is an optional extra."""

from __future__ import annotations

from matplotlib import style

from assist_cli.render.calibration_plot import calibration_png
from assist_cli.render.plot_page import STYLE
from assist_cli.render.scatter_plot import scatter_png
from assist_cli.workflows.evaluate_weights import Evaluated


def evaluation_pictures(made: Evaluated) -> dict[str, bytes]:
    """File name -> PNG; drawn in our style, whatever the person's own settings are."""
    with style.context(STYLE):
        return {"evaluation-scatter.png": scatter_png(made), "evaluation-calibration.png": calibration_png(made)}
