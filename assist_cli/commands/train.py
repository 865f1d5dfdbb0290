"""`assist train`: make a weights file again from its recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  assist train nima_mobilenet_v2.biq2021 --data biq2021 --backbone mobilenet_v2.safetensors
  assist train my_recipe.toml --data biq2021 --backbone mobilenet_v2.safetensors --output runs/mine
\b
An interrupted run goes on after its last whole epoch.
"""

Recipe = Annotated[str, typer.Argument(metavar="RECIPE", help="A shipped recipe's name, or a TOML file.")]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="The data set's folder.", show_default=False)]
Backbone = Annotated[
    Path, typer.Option("--backbone", metavar="FILE", help="ImageNet weights to start from.", show_default=False)
]
Runs = Annotated[Path, typer.Option("--output", metavar="DIR", help="Where weights and measurements go.")]


def train(ctx: typer.Context, recipe: Recipe, data: Data, backbone: Backbone, output: Runs = Path("runs")) -> None:
    """Train a network from RECIPE. Writes weights and their entry with measured results. Needs the train extra (README)."""
    from assist_cli.console import talk
    from assist_cli.workflows.train_network import train_network

    console = talk()
    say = (lambda _line: None) if ctx.obj.quiet else (lambda line: console.print(line, markup=False))
    for path in train_network(recipe, data, backbone, output, ctx.obj.device, say):
        typer.echo(path)
