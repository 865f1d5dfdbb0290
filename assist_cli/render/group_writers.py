"""Writes groups and picks: lists for people, or JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any

from rich.text import Text

from assist_cli.console import page
from assist_cli.render.group_json import group_json
from assist_cli.render.group_table import group_lines
from assist_cli.render.line_output import print_line
from assist_cli.render.photo_json import json_text
from assist_cli.render.pick_json import pick_json
from assist_cli.render.pick_table import pick_lines
from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot


def write_groups(stream: IO[str], shoot: GroupedShoot, *, jsonl: bool) -> None:
    """One object a group, or a list as wide as the terminal."""
    if jsonl:
        _write_json(stream, group_json(shoot))
    else:
        _write_lines(stream, group_lines(shoot, page(stream).width))


def write_picks(stream: IO[str], picked: PickedShoot, *, jsonl: bool) -> None:
    """One object a photo, or a list as wide as the terminal."""
    if jsonl:
        _write_json(stream, pick_json(picked))
    else:
        _write_lines(stream, pick_lines(picked, page(stream).width))


def _write_json(stream: IO[str], objects: Iterable[Mapping[str, Any]]) -> None:
    for one in objects:
        stream.write(json_text(one) + "\n")
    stream.flush()


def _write_lines(stream: IO[str], lines: Iterable[Text]) -> None:
    console = page(stream)
    for line in lines:
        print_line(console, line)
