"""`assist cull`: look at photos in the terminal and mark them."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assist_cli.failures import AssistError
from assist_cli.options import Paths
from assist_cli.pictures.protocol import Protocol

EXAMPLES = """\b
Examples:
  assist cull ~/Pictures/2026-11-20            one photo after the other: P keeps, X rejects, ? shows the keys
  assist cull . --filter rejects               look at what you rejected once more
  assist cull . --keymap vim                   or lightroom, photomechanic, darktable, your.toml
  assist cull . --images half                  block characters, where the terminal shows pictures badly
\b
Each mark is kept at once; Ctrl+Z takes back, one after the other, all of them. Photos are never changed, moved or
deleted. When you are done, your marks can be written into sidecars, and assist undo takes those back.
"""

ImagesChoice = Annotated[
    Protocol | None,
    typer.Option("--images", help="How photos are drawn; by default the terminal is asked.", show_default=False),
]
KeymapChoice = Annotated[
    str, typer.Option("--keymap", metavar="NAME|FILE.toml", help="lightroom, photomechanic, darktable, vim, your own.")
]
FilterChoice = Annotated[
    str, typer.Option("--filter", metavar="NAME", help="Show only such as unrated, picks, rejects, 3+, focus<0.4.")
]
SortChoice = Annotated[
    str | None,
    typer.Option("--sort", metavar="NAME", help="name, time, score, advice, or a factor.", show_default="time"),
]


def cull(
    ctx: typer.Context,
    paths: Paths,
    images: ImagesChoice = None,
    keymap: KeymapChoice = "lightroom",
    shown: FilterChoice = "all",
    sort: SortChoice = None,
) -> None:
    """Look at photos in the terminal and mark them with the keyboard."""
    from assist_cli.workflows.cull.filters import find_filter
    from assist_cli.workflows.cull.keymap import load_keymap
    from assist_cli.workflows.cull.open_session import open_session
    from assist_cli.workflows.cull.sorts import find_sort

    keys, wanted = load_keymap(keymap), find_filter(shown)
    order = None if sort is None else find_sort(sort)
    _need_terminal()
    with open_session(paths, ctx.obj.catalog, order) as session:
        if not session.set_filter(wanted):
            raise AssistError(f"no photo here is shown by --filter {wanted.name}", "leave it out to see all")
        from assist_cli.pictures.ask_terminal import ask_terminal
        from assist_cli.screens.run_cull import run_cull

        run_cull(session, keys, ask_terminal(images))


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AssistError(
            "culling needs a terminal, and this is none",
            "run it in one, or see assist pick and assist cull --list rejects",
        )
