"""`assist weights`: the parameter files, what they are and whether they are whole."""

from __future__ import annotations

from typing import Annotated

import typer

from assist_cli.failures import ExitCode

EXAMPLES = """\b
Examples:
  assist weights list
  assist weights info nima_mobilenet_v2.biq2021
  assist weights verify
"""

app = typer.Typer(
    help="List, describe and check the parameter files of the networks.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.command("list")
def list_weights() -> None:
    """One line for each: name, licence, what it does."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.weights_text import summary_text
    from weights.registry import entries

    with data_stream(None) as stream:
        for entry in entries().values():
            page(stream).print(summary_text(entry), soft_wrap=True)


@app.command("info")
def info(name: Annotated[str, typer.Argument(metavar="NAME", help="As `assist weights list` prints it.")]) -> None:
    """All facts of one. Source, licence, training data, preprocessing, measured results."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.weights_text import facts_lines
    from weights.registry import find_entry

    with data_stream(None) as stream:
        for line in facts_lines(find_entry(name).facts):
            page(stream).print(line, soft_wrap=True)


@app.command("verify")
def verify(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="All unless named.")] = None,
) -> None:
    """Check every file against its sha256. Exit code 1 when one is missing or damaged."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.weights_text import file_text
    from weights.registry import entries, find_entry
    from weights.registry import verify as verify_files

    chosen = [find_entry(name)] if name else list(entries().values())
    checks = [check for entry in chosen for check in verify_files(entry)]
    with data_stream(None) as stream:
        for check in checks:
            page(stream).print(file_text(check), soft_wrap=True)
    raise typer.Exit(ExitCode.ERROR if any(check.problem for check in checks) else ExitCode.DONE)
