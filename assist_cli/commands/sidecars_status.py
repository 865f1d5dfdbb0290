"""`assist sidecars status`: which sidecars there are, and what each editor shows."""

from __future__ import annotations

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import EditorChoice, LineFormat, LineFormatChoice, Paths

EXAMPLES = """\b
Examples:
  assist sidecars status ~/Pictures/2026-11-20
  assist sidecars status IMG_0412.CR3             one photo
  assist sidecars status . --editor lightroom     what Lightroom will show
  assist sidecars status . --format jsonl | jq -r 'select(.kind == "photo") | .path'
\b
Tells of each photo what stands beside it and inside it, who wrote it, and what Lightroom, darktable, digiKam, Capture One
and RawTherapee show of it when they meet it for the first time or are told to read it again.
"""


def status(
    ctx: typer.Context,
    paths: Paths,
    editor: EditorChoice = None,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Tell which sidecars there are, who wrote them, and what each editor will show. Nothing is changed."""
    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.photo_json import json_text
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.render.sidecar_status_json import status_json
    from assist_cli.render.sidecar_status_text import reading_lines, status_lines
    from assist_cli.workflows.sidecar_status import sidecar_status
    from index.photo.errors import UnreadablePhoto

    unread: list[UnreadablePhoto] = []
    told: set[str] = set()
    with data_stream(None) as stream:
        console = page(stream)
        for found in sidecar_status(paths):
            if isinstance(found, UnreadablePhoto):
                unread.append(found)
            elif format is LineFormat.JSONL:
                stream.writelines(json_text(one) + "\n" for one in status_json(found.as_seen_by(editor or ())))
            else:
                for line in status_lines(found.as_seen_by(editor or ()), told):
                    console.print(line, soft_wrap=True)
        if format is LineFormat.TABLE and not ctx.obj.quiet:
            for line in reading_lines(editor or ()):
                console.print(line, soft_wrap=True)
    for line in failure_lines(unread):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if unread else ExitCode.DONE)
