"""`assist plugin uninstall`: takes away what `assist plugin install` put there."""

from __future__ import annotations

import typer

from assist_cli.commands.plugin_options import DryRun, EditorArgument, Folder, tell_outcomes
from assist_cli.failures import ExitCode
from assist_cli.options import LineFormat, LineFormatChoice

EXAMPLES = """\b
Examples:
  assist plugin uninstall darktable --dry-run
  assist plugin uninstall darktable
\b
Files that you changed or added stay, and are named. Of darktable's luarc our line goes, and nothing else.
Stars, labels, tags and crops that the plug-in set stay in the editor: its own take-back is for those.
"""


def uninstall(
    editor: EditorArgument,
    folder: Folder = None,
    dry_run: DryRun = False,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Take the plug-in away, wherever it is installed. Twice is fine."""
    from assist_cli.workflows.plugin_install.find_places import find_places
    from assist_cli.workflows.plugin_install.uninstall import uninstall

    places = find_places(editor, folder)
    if not places:
        from assist_cli.console import talk

        talk().print(f"no {editor} was found: nothing to remove", markup=False)
    outcomes = (uninstall(place, dry_run=dry_run) for place in places)
    all_well = tell_outcomes(outcomes, format, dry_run=dry_run)
    raise typer.Exit(ExitCode.DONE if all_well else ExitCode.ERROR)
