"""`assist plugin install`: our plug-in into every installation of an editor that is found."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assist_cli.commands.plugin_options import DryRun, EditorArgument, Folder, tell_outcomes
from assist_cli.failures import ExitCode
from assist_cli.options import LineFormat, LineFormatChoice, named_path

EXAMPLES = """\b
Examples:
  assist plugin install darktable --dry-run
  assist plugin install darktable
  assist plugin install darktable --folder ~/.config/darktable
  assist plugin install lightroom
\b
Run it again after an upgrade: the plug-in is replaced as a whole. Files of it that you changed are kept beside the new ones
(NAME.kept), yours stay, and what is the same is not written. Of darktable's luarc one line is ours, every other byte stays.
Exit code 1: an editor was not found, or a folder could not be written; each is told. 2: the editor does not run here.
"""

Program = Annotated[
    Path | None,
    typer.Option(
        "--program",
        metavar="FILE",
        help="What the plug-in runs as assist.",
        show_default="this very program",
        parser=named_path,
    ),
]


def install(
    editor: EditorArgument,
    folder: Folder = None,
    program: Program = None,
    dry_run: DryRun = False,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Install the plug-in, or bring it to this version. It is told where this program is."""
    from assist_cli.workflows.plugin_install.find_places import found_places
    from assist_cli.workflows.plugin_install.install import install
    from assist_cli.workflows.plugin_install.program_note import program_to_note

    places, noted = found_places(editor, folder), program_to_note(program)
    outcomes = (install(place, noted, dry_run=dry_run) for place in places)
    all_well = tell_outcomes(outcomes, format, dry_run=dry_run)
    raise typer.Exit(ExitCode.DONE if all_well else ExitCode.ERROR)
