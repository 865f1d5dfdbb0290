"""`assist train`: make a weights file again from its recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

EXAMPLES = """\b
Examples:
  assist train nima_efficientnet_lite0.biq2021 --data ~/data/biq2021 --backbone efficientnet-lite0.pth
  assist train multi_level_efficientnet_lite0.biq2021 --data ~/data/biq2021 \\
      --backbone efficientnet-lite0.pth --teacher mobilenet_v2=mobilenet_v2.safetensors
  assist train my_recipe.toml --data biq2021 --backbone resnet18.safetensors --output runs/mine
\b
An interrupted run goes on: a rating network after its last whole epoch, the exposure map and the
saliency network after their last checkpoint (every 100 steps).
"""


def named_file(text: str) -> tuple[str, Path]:
    """`("mobilenet_v2", Path("mobilenet_v2.safetensors"))` of `mobilenet_v2=mobilenet_v2.safetensors`."""
    name, equals, file = text.partition("=")
    if not (name and equals and file):
        raise typer.BadParameter(f"{text} is not NAME=FILE, such as mobilenet_v2=mobilenet_v2.safetensors")
    return name, Path(file)


Recipe = Annotated[str, typer.Argument(metavar="RECIPE", help="A shipped recipe's name, or a TOML file.")]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="The data set's folder.", show_default=False)]
Backbone = Annotated[
    Path | None,
    typer.Option(
        "--backbone", metavar="FILE", help="ImageNet weights to start from; random without.", show_default=False
    ),
]
Teachers = Annotated[
    list[Any] | None,
    typer.Option(
        "--teacher",
        metavar="NAME=FILE",
        help="Weights of a teacher that the recipe names; once for each.",
        parser=named_file,
        show_default=False,
    ),
]
Runs = Annotated[Path, typer.Option("--output", metavar="DIR", help="Where weights and measurements go.")]


def train(
    ctx: typer.Context,
    recipe: Recipe,
    data: Data,
    backbone: Backbone = None,
    teacher: Teachers = None,
    output: Runs = Path("runs"),
) -> None:
    """Train a network from RECIPE. Writes weights and their entry with measured results. Needs the train extra (README)."""
    from assist_cli.console import talk
    from assist_cli.render.training_progress import training_progress
    from assist_cli.workflows.train_network import train_network
    from scoring.training.sources import Sources

    console = talk()
    say = (lambda _line: None) if ctx.obj.quiet else (lambda line: console.print(line, markup=False))
    sources = Sources(data, backbone, dict(teacher or []), output)
    with training_progress(console, quiet=ctx.obj.quiet) as step:
        made = train_network(recipe, sources, ctx.obj.device, say, step)
    for path in made:
        typer.echo(path)
