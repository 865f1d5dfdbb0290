"""Writes crops as they come: lines for people, or JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from assist_cli.console import page
from assist_cli.render.crop_json import crop_json
from assist_cli.render.crop_table import crop_lines
from assist_cli.render.line_output import print_line
from assist_cli.render.photo_json import json_text
from assist_cli.workflows.crop_photos import CroppedPhoto

Write = Callable[[CroppedPhoto], None]


def crop_writer(stream: IO[str], *, jsonl: bool) -> Write:
    """Takes one photo after the other; JSON lines are flushed at once."""
    console = page(stream)

    def as_json(photo: CroppedPhoto) -> None:
        for told in crop_json(photo):
            stream.write(json_text(told) + "\n")
        stream.flush()

    def as_lines(photo: CroppedPhoto) -> None:
        for line in crop_lines(photo):
            print_line(console, line)

    return as_json if jsonl else as_lines
