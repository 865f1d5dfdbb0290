"""Writes what `sidecars write` did: lines for people, or JSON lines."""

from __future__ import annotations

from typing import IO

from assist_cli.console import page
from assist_cli.render.bars import glyphs_for
from assist_cli.render.photo_json import json_text
from assist_cli.render.sidecar_changes import change_lines
from assist_cli.render.sidecar_diff import diff_lines
from assist_cli.render.sidecar_json import sidecar_json
from assist_cli.workflows.advised_photos import AdvisedShoot
from assist_cli.workflows.write_sidecars import WrittenShoot

DIFF_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def write_changes(stream: IO[str], written: WrittenShoot, shoot: AdvisedShoot, *, dry_run: bool, jsonl: bool) -> None:
    """With `dry_run` the difference of every file comes first."""
    if jsonl:
        for one in sidecar_json(written, dry_run=dry_run):
            stream.write(json_text(one) + "\n")
        stream.flush()
        return
    console = page(stream)
    if dry_run:
        for photo in written.photos:
            for sidecar in photo.sidecars:
                for line in diff_lines(sidecar):
                    console.print(line, style=DIFF_STYLES.get(line[:1], "none"), markup=False, soft_wrap=True)
    for text in change_lines(written, shoot, glyphs_for(console.encoding), dry_run=dry_run):
        console.print(text, soft_wrap=True)
