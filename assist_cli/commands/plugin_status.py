"""`assist plugin status`: what is installed where, and whether it would work."""

from __future__ import annotations

import typer

from assist_cli.commands.plugin_options import EditorArgument, Folder
from assist_cli.failures import ExitCode
from assist_cli.options import LineFormat, LineFormatChoice

EXAMPLES = """\b
Examples:
  assist plugin status darktable
  assist plugin status lightroom --format jsonl | jq .version
\b
Exit code 1: a plug-in is there and cannot work, since a file of it is missing or its program does not answer.
"""


def status(
    editor: EditorArgument,
    folder: Folder = None,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Tell for each installation: the folder, the version, changed files, and whether its program answers."""
    from assist_cli.console import data_stream
    from assist_cli.render.photo_json import json_text
    from assist_cli.render.plugin_json import status_json
    from assist_cli.render.plugin_status_text import server_line, status_lines
    from assist_cli.workflows.plugin_install.find_places import found_places
    from assist_cli.workflows.plugin_install.server_answers import server_answers
    from assist_cli.workflows.plugin_install.status import status

    found = [status(place) for place in found_places(editor, folder)]
    server_is_up = server_answers()
    with data_stream(None) as stream:
        for one in found:
            if format is LineFormat.JSONL:
                stream.write(json_text(status_json(one, server_is_up=server_is_up)) + "\n")
            else:
                stream.writelines(f"{line}\n" for line in status_lines(one))
        if format is LineFormat.TABLE:
            stream.write(server_line(server_is_up) + "\n")
    raise typer.Exit(ExitCode.ERROR if any(one.is_broken for one in found) else ExitCode.DONE)
