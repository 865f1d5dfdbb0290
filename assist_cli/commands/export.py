"""`assist export`: hand what the catalogue knows to other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from assist_cli.options import Output, Paths

EXAMPLES = """\b
Examples:
  assist export ~/Pictures/2026-11-20 --to csv --output shoot.csv
  assist export . --to json | jq '.[] | select(.score > 80) | .path'
"""


class ExportFormat(StrEnum):
    """What can be written."""

    CSV = "csv"
    JSON = "json"


To = Annotated[ExportFormat, typer.Option("--to", help="What to write.", show_default=False)]


def export(ctx: typer.Context, paths: Paths, to: To, output: Output = None) -> None:
    """Write what is known as CSV or JSON. JSON is one list of assist.photo/1 objects; no photo is opened."""
    from assist_cli.console import data_stream, talk
    from assist_cli.output_target import check_output
    from assist_cli.render.photo_export import write_csv, write_json
    from assist_cli.workflows.export_photos import known_photos

    check_output(output, ctx.obj.catalog)
    write = write_csv if to is ExportFormat.CSV else write_json
    with known_photos(paths, ctx.obj.catalog) as known, data_stream(output) as stream:
        count = write(stream, known.photos)
    if output is not None and not ctx.obj.quiet:
        talk().print(f"{count} photos written to {output}", style="dim", markup=False)
    if known.changed and not ctx.obj.quiet:
        hint = f"left out, because changed since they were scored: {known.changed}; score them again"
        talk().print(hint, style="dim", markup=False)
    if known.gone and not ctx.obj.quiet:
        talk().print(f"left out, because deleted or renamed since: {known.gone}", style="dim", markup=False)
