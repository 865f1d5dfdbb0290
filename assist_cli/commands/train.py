"""`assist train`: make a weights file again from its recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  assist train nima_mobilenet_v2.biq2021 --data ~/data/biq2021 --output runs/nima
  assist train my_recipe.toml --data ~/data/biq2021 --output runs/mine
"""

Recipe = Annotated[str, typer.Argument(metavar="RECIPE", help="A shipped recipe's name, or a TOML file.")]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="The data set's folder.", show_default=False)]
Runs = Annotated[Path, typer.Option("--output", metavar="DIR", help="Where weights and measurements go.")]


def train(ctx: typer.Context, recipe: Recipe, data: Data, output: Runs = Path("runs")) -> None:
    """Train a network from RECIPE; writes weights, their entry and measured results. Needs photo-assist[train]."""
    from assist_cli.console import talk
    from assist_cli.workflows.train_network import train_network

    console = talk()
    say = (lambda _line: None) if ctx.obj.quiet else (lambda line: console.print(line, markup=False))
    typer.echo(train_network(recipe, data, output, say))
