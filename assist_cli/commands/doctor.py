"""`assist doctor`: what works on this machine."""

from __future__ import annotations

import typer

from assist_cli.failures import ExitCode

EXAMPLES = """\b
Examples:
  assist doctor
  assist doctor --device cuda
"""


def doctor(ctx: typer.Context) -> None:
    """Try what works on this machine. Formats, weights, device, catalogue, terminal; exit code 1 when one is broken."""
    from assist_cli.commands.entry import version_line
    from assist_cli.console import data_stream, page
    from assist_cli.render.check_list import check_text, terminal_check
    from assist_cli.workflows.check_machine import State, check_machine

    broken = False
    with data_stream(None) as stream:
        console = page(stream)
        console.print(version_line(), soft_wrap=True)
        for check in check_machine(ctx.obj):
            broken = broken or check.state is State.BROKEN
            console.print(check_text(check), soft_wrap=True)
        console.print(check_text(terminal_check(console)), soft_wrap=True)
    raise typer.Exit(ExitCode.ERROR if broken else ExitCode.DONE)
