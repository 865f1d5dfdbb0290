"""`assist weights`: the parameter files, what they are and whether they are whole."""

from __future__ import annotations

from typing import Annotated

import typer

from assist_cli.commands import weights_pull
from assist_cli.failures import ExitCode

EXAMPLES = """\b
Examples:
  assist weights list
  assist weights info multi_level_efficientnet_lite0.biq2021
  assist weights pull faces
  assist weights pull nima_vgg16.ava_pyiqa
  assist weights add weights_mobilenet_aesthetic_0.07.hdf5
  assist weights verify
"""

app = typer.Typer(
    help="List, describe, fetch and check the parameter files of the networks.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    no_args_is_help=True,
)


app.command("pull", epilog=weights_pull.PULL_EXAMPLES)(weights_pull.pull)
app.command("add", epilog=weights_pull.ADD_EXAMPLES)(weights_pull.add)


@app.command("list")
def list_weights() -> None:
    """One line for each: name, whether it is here, licence, what it does."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.weights_text import summary_text
    from assist_cli.workflows.list_weights import list_weights

    with data_stream(None) as stream:
        for line in list_weights():
            page(stream).print(summary_text(line), soft_wrap=True)


@app.command("info")
def info(name: Annotated[str, typer.Argument(metavar="NAME", help="As `assist weights list` prints it.")]) -> None:
    """All facts of one. Source, licence, training data, preprocessing, measured results."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.weights_text import facts_lines
    from assist_cli.workflows.list_weights import facts_of

    with data_stream(None) as stream:
        for line in facts_lines(facts_of(name)):
            page(stream).print(line, soft_wrap=True)


@app.command("verify")
def verify(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="All unless named.")] = None,
) -> None:
    """Check every file that is here against its sha256. Exit code 1 when one is missing or damaged."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.weights_text import file_text
    from assist_cli.workflows.list_weights import check_weights

    checks = check_weights(name)
    with data_stream(None) as stream:
        for check in checks:
            page(stream).print(file_text(check), soft_wrap=True)
    raise typer.Exit(ExitCode.ERROR if any(check.problem for check in checks) else ExitCode.DONE)
