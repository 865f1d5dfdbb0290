"""What the verbs of `assist plugin` share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assist_cli.options import LineFormat, named_path
from assist_cli.workflows.plugin_install.place import Editor

if TYPE_CHECKING:
    from assist_cli.workflows.plugin_install.install import Outcome

EditorArgument = Annotated[Editor, typer.Argument(metavar="darktable|lightroom", show_default=False)]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--folder",
        metavar="DIR",
        help="Only here: darktable's configuration folder, or Lightroom's folder of plug-ins.",
        show_default="all that are found",
        parser=named_path,
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would be done.")]


def tell_outcomes(outcomes: Iterable[Outcome], line_format: LineFormat, *, dry_run: bool) -> bool:
    """Prints each as it comes; returns whether all went well."""
    from assist_cli.console import data_stream
    from assist_cli.render.photo_json import json_text
    from assist_cli.render.plugin_json import outcome_json
    from assist_cli.render.plugin_text import outcome_lines

    all_well = True
    with data_stream(None) as stream:
        for outcome in outcomes:
            all_well = all_well and outcome.trouble is None
            if line_format is LineFormat.JSONL:
                stream.write(json_text(outcome_json(outcome, dry_run=dry_run)) + "\n")
            else:
                stream.writelines(f"{line}\n" for line in outcome_lines(outcome, dry_run=dry_run))
    return all_well
