"""`assist evaluate`: measure weights on a data set that people rated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.interrupts import Interrupted
from assist_cli.options import Weights, named_path
from scoring.evaluation.side import Side

EXAMPLES = """\b
Examples:
  assist evaluate --data biq2021 ~/data/biq2021
  assist evaluate --data ava ~/data/ava --weights ID --output runs/ava
  assist evaluate --data koniq10k ~/data/koniq --split all | less -S
\b
Writes evaluation.json (assist.evaluation/1), evaluation.md and two pictures, and prints the tables.
Measured are photos that the weights were not trained on: those held out, else the published test side, else all.
"""

Data = Annotated[
    str,
    typer.Option(
        "--data",
        metavar="NAME",
        help="The set, such as biq2021, ava or koniq10k; a wrong name lists them all.",
        show_default=False,
    ),
]
Folder = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="The set as its authors publish it.", show_default=False, parser=named_path),
]
Split = Annotated[Side | None, typer.Option("--split", help="Which photos; by default what is fair to the weights.")]
Report = Annotated[
    Path | None, typer.Option("--output", metavar="DIR", help="By default runs/evaluate/WEIGHTS/NAME-SPLIT.")
]

Card = Annotated[
    Path | None,
    typer.Option("--card", metavar="FILE", help="Also put the tables into this model card.", show_default=False),
]


def evaluate(
    ctx: typer.Context,
    folder: Folder,
    data: Data,
    weights: Weights = None,
    split: Split = None,
    output: Report = None,
    card: Card = None,
) -> None:
    """Measure how well ratings agree with people. Each number with its interval, baselines beside it, in all parts of a set."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.evaluation_markdown import evaluation_markdown
    from assist_cli.render.evaluation_report import HOW_TO_GET_PICTURES, report_folder, write_report
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.model_card import card_text, write_card
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.workflows.evaluate_weights import Watch, evaluate_weights
    from assist_cli.workflows.evaluation_plan import EvaluationRequest, plan_evaluation
    from assist_cli.workflows.progress import Progress
    from weights.registry import DEFAULT_RATING_WEIGHTS

    console, quiet = talk(), ctx.obj.quiet
    plan = plan_evaluation(EvaluationRequest(data, folder, weights or DEFAULT_RATING_WEIGHTS, split))
    target = report_folder(output, plan)
    if card is not None:
        card_text(card)
    if plan.side.warning:
        console.print(f"assist: warning: {plan.side.warning}", style="yellow", markup=False)
    with live_progress(console, quiet=quiet) as report:
        watch = Watch(Progress(), report)
        try:
            made = evaluate_weights(plan, ctx.obj.device, watch)
        except Interrupted as stop:
            raise Interrupted("nothing was written") from stop
        finally:
            for line in failure_lines(watch.unreadable):
                console.print(line)
    drawn = write_report(made, target)
    if card is not None:
        write_card(card, made)
    with data_stream(None) as stream:
        stream.write(evaluation_markdown(made))
    if not drawn:
        console.print(HOW_TO_GET_PICTURES, style="dim", markup=False)
    if not quiet:
        console.print(f"written to {target}", style="dim", markup=False)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if made.unreadable else ExitCode.DONE)
