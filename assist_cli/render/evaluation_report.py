"""The folder of an evaluation: its JSON, its Markdown and, where matplotlib is installed, its pictures."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.render.evaluation_json import evaluation_json
from assist_cli.render.evaluation_markdown import evaluation_markdown
from assist_cli.render.whole_file import write_whole
from assist_cli.workflows.evaluate_weights import Evaluated
from assist_cli.workflows.evaluation_plan import EvaluationPlan

PICTURES = {
    "evaluation-scatter.png": "Predicted mean ratings against people's",
    "evaluation-calibration.png": "People's ratings where each was predicted",
}
HOW_TO_GET_PICTURES = (
    "no pictures without matplotlib: .venv/bin/pip install -e '.[evaluate]' in your clone of photo-assist"
)


def report_folder(output: Path | None, plan: EvaluationPlan) -> Path:
    """Where the report of `plan` goes, made if it is not there; raises `BadRequestError` among the set's own files."""
    request = plan.request
    folder = output or Path("runs", "evaluate", request.weights, f"{request.dataset}-{plan.side.side.value}")
    if folder.exists() and not folder.is_dir():
        raise BadRequestError(f"{folder} is a file", "name a folder for the report with --output")
    if folder.resolve().is_relative_to(request.folder.resolve()):
        raise BadRequestError(
            f"will not write to {folder}: the data set lies there", "name another folder with --output"
        )
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_report(made: Evaluated, folder: Path) -> bool:
    """Write it all, each file whole or not at all; tells whether there are pictures."""
    drawn = pictures_of(made)
    write_whole(folder / "evaluation.json", evaluation_json(made).encode())
    for name, picture in drawn.items():
        write_whole(folder / name, picture)
    shown = {PICTURES[name]: name for name in drawn}
    write_whole(folder / "evaluation.md", evaluation_markdown(made, shown).encode(errors="backslashreplace"))
    return bool(drawn)


def pictures_of(made: Evaluated) -> dict[str, bytes]:
    """File name -> PNG; empty where matplotlib is not installed."""
    if importlib.util.find_spec("matplotlib") is None:
        return {}
    from assist_cli.render.evaluation_plots import evaluation_pictures

    return evaluation_pictures(made)
