"""`assist export`: hand what the catalogue knows to other programs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from assist_cli.options import Output, Paths, ProfileChoice, Weights

if TYPE_CHECKING:
    from assist_cli.workflows.export_photos import KnownUnder

EXAMPLES = """\b
Examples:
  assist export ~/Pictures/2026-11-20 --to csv --output shoot.csv
  assist export . --to json | jq '.[] | select(.score > 80) | .path'
  assist export . --to csv --weights ID     as other weights rated them
"""


class ExportFormat(StrEnum):
    """What can be written."""

    CSV = "csv"
    JSON = "json"


To = Annotated[ExportFormat, typer.Option("--to", help="What to write.", show_default=False)]


def export(
    ctx: typer.Context,
    paths: Paths,
    to: To,
    output: Output = None,
    weights: Weights = None,
    profile: ProfileChoice = "auto",
) -> None:
    """Write what is known as CSV or JSON. JSON is one list of assist.photo/1 objects; no photo is opened."""
    from assist_cli.console import data_stream, talk
    from assist_cli.output_target import check_output
    from assist_cli.render.photo_export import write_csv, write_json
    from assist_cli.workflows.export_photos import known_photos

    check_output(output, ctx.obj.catalog)
    write = write_csv if to is ExportFormat.CSV else write_json
    with known_photos(paths, ctx.obj.catalog, weights, profile) as known, data_stream(output) as stream:
        count = write(stream, known.photos)
    if output is not None and not ctx.obj.quiet:
        talk().print(f"{count} photos written to {output}", style="dim", markup=False)
    if not ctx.obj.quiet:
        for line in _left_out(known, weights):
            talk().print(f"left out, because {line}", style="dim", markup=False)


def _left_out(known: KnownUnder, weights: str | None) -> Iterator[str]:
    if known.changed:
        yield f"changed since they were scored: {known.changed}; score them again"
    if known.gone:
        yield f"deleted or renamed since: {known.gone}"
    if known.unrated:
        yield f"not scored with these weights: {known.unrated}; assist score PATH --weights {weights} does it"
