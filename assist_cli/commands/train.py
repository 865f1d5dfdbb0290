"""`assist train`: make a weights file again from its recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  assist train multi_level_efficientnet_lite0.biq2021 --data biq2021 --backbone efficientnet-lite0.pth
  assist train my_recipe.toml --data biq2021 --backbone resnet18.safetensors --output runs/mine
\b
An interrupted run goes on after its last whole epoch.
"""

Recipe = Annotated[str, typer.Argument(metavar="RECIPE", help="A shipped recipe's name, or a TOML file.")]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="The data set's folder.", show_default=False)]
Backbone = Annotated[
    Path | None,
    typer.Option(
        "--backbone", metavar="FILE", help="ImageNet weights to start from; random without.", show_default=False
    ),
]
Runs = Annotated[Path, typer.Option("--output", metavar="DIR", help="Where weights and measurements go.")]


def train(
    ctx: typer.Context, recipe: Recipe, data: Data, backbone: Backbone = None, output: Runs = Path("runs")
) -> None:
    """Train a network from RECIPE. Writes weights and their entry with measured results. Needs the train extra (README)."""
    from assist_cli.console import talk
    from assist_cli.render.training_progress import training_progress
    from assist_cli.workflows.train_network import TrainingSources, train_network

    console = talk()
    say = (lambda _line: None) if ctx.obj.quiet else (lambda line: console.print(line, markup=False))
    sources = TrainingSources(data, backbone, output)
    with training_progress(console, quiet=ctx.obj.quiet) as step:
        made = train_network(recipe, sources, ctx.obj.device, say, step)
    for path in made:
        typer.echo(path)
