"""Writes what `sidecars write` did: lines for people, or JSON lines."""

from __future__ import annotations

from typing import IO

from rich.text import Text

from assist_cli.console import page
from assist_cli.render.bars import glyphs_for
from assist_cli.render.photo_json import json_text
from assist_cli.render.sidecar_changes import conflict_lines
from assist_cli.render.sidecar_json import sidecar_json
from assist_cli.workflows.write_sidecars import WrittenShoot

DIFF_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def write_changes(stream: IO[str], written: WrittenShoot, *, dry_run: bool, jsonl: bool) -> None:
    """With `dry_run` the difference of every file, then what is in conflict."""
    if jsonl:
        for one in sidecar_json(written, dry_run=dry_run):
            stream.write(json_text(one) + "\n")
        stream.flush()
        return
    console = page(stream)
    for line in (line for diff in written.diffs.values() for line in diff):
        # A Text, for rich makes pictures of `:camera:` in a str.
        console.print(Text(line, style=DIFF_STYLES.get(line[:1], "none")), soft_wrap=True)
    for text in conflict_lines(written, glyphs_for(console.encoding)):
        console.print(text, soft_wrap=True)
