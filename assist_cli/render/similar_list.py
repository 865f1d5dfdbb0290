"""Photos that look like one: a list for people, or JSON lines, schema `assist.similar/1`."""

from __future__ import annotations

from typing import IO

from rich.text import Text

from assist_cli.console import page
from assist_cli.render.line_output import print_line
from assist_cli.render.photo_json import json_text, rounded
from assist_cli.render.plain_text import printable
from assist_cli.workflows.find_similar import Similar

SCHEMA = "assist.similar/1"


def write_similar(stream: IO[str], similar: Similar, *, jsonl: bool) -> None:
    """One line a photo, the most alike first."""
    if jsonl:
        for rank, one in enumerate(similar.found, 1):
            path, other = str(similar.path), str(one.photo.path)
            told = {"schema": SCHEMA, "path": path, "rank": rank, "similar": other, "cosine": rounded(one.cosine)}
            stream.write(json_text(told) + "\n")
        return
    console = page(stream)
    words = max((len(one.words) for one in similar.found), default=0)
    for one in similar.found:
        print_line(console, Text(f"{one.cosine:5.2f}  {one.words:{words}}  {printable(one.photo.path)}"))
