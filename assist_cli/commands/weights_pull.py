"""`assist weights pull` and `assist weights add`: other people's checkpoints, from their publishers or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PULL_EXAMPLES = """\b
Examples:
  assist weights pull nima_vgg16.ava_pyiqa
  assist weights pull faces            to have faces and eyes judged
\b
An interrupted download goes on where it stopped. ASSIST_WEIGHTS names another folder to keep weights in.
"""

ADD_EXAMPLES = """\b
Examples:
  assist weights add weights_mobilenet_aesthetic_0.07.hdf5
  assist weights add nima.hdf5 --as nima_mobilenet_v1.tid2013_idealo
  assist weights add sa_0_4_vit_b_32_linear.pth pytorch_model.bin
\b
The file stays as it is. HDF5, safetensors and torch state dicts are read; nothing in them is ever run.
"""

Name = Annotated[str, typer.Argument(metavar="NAME", help="As `assist weights list` prints it.")]
Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="All files of one checkpoint.", show_default=False)
]
As = Annotated[str | None, typer.Option("--as", metavar="NAME", help="What it is, where the file alone cannot tell.")]


def pull(ctx: typer.Context, name: Name) -> None:
    """Fetch one from its publisher. Checked against its sha256, then converted; exit code 1 when it cannot be had."""
    from assist_cli.console import talk
    from assist_cli.render.download_progress import download_progress
    from assist_cli.workflows.pull_weights import pull_weights

    console = talk()
    with download_progress(console, quiet=ctx.obj.quiet) as report:
        news = pull_weights(name, report)
    if not ctx.obj.quiet:
        console.print(f"{name} is here now" if news else f"{name} is here already, and whole", markup=False)


def add(ctx: typer.Context, files: Files, name: As = None) -> None:
    """Convert one that you have as a file. Known by its sha256, or by its keys and shapes."""
    from assist_cli.console import talk
    from assist_cli.workflows.add_weights import add_weights

    found = add_weights(files, name)
    if not ctx.obj.quiet:
        talk().print(f"{found.checkpoint.name} is here now, recognised {found.how}", markup=False)
