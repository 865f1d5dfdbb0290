"""`assist` itself: the global options, the version, and what to say when no verb is given."""

from __future__ import annotations

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Catalog, DeviceChoice, Quiet, Verbose, Version
from assist_cli.settings import Device, Settings, default_catalog

EXAMPLES = """\b
Examples:
  assist score ~/Pictures/2026-11-20
  assist score . --sort focus --top 20
  assist show IMG_0412.JPG
\b
Global options may also stand behind the verb.
Exit codes: 0 done, 1 error, 2 wrong usage, 3 some photos could not be read, 130 interrupted.
"""


def entry(
    ctx: typer.Context,
    catalog: Catalog = None,
    device: DeviceChoice = Device.AUTO,
    verbose: Verbose = False,
    quiet: Quiet = False,
    version: Version = False,
) -> None:
    """Tell which frames of a shoot to keep, and why. It advises and never deletes."""
    if version:
        typer.echo(version_line())
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), err=True)
        raise typer.Exit(ExitCode.USAGE)
    if verbose:
        import logging

        logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")
    ctx.obj = Settings(catalog=catalog or default_catalog(), device=device, verbose=verbose, quiet=quiet)


def version_line() -> str:
    """`assist 1.2.3`, as installed."""
    from assist_cli.workflows.installed_version import installed_version

    version = installed_version()
    return f"assist {version}" if version else "assist, running from a folder that is not installed"
