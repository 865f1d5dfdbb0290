"""`assist cull`: look at photos in the terminal and mark them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assist_cli.failures import AssistError
from assist_cli.options import Paths
from assist_cli.pictures.protocol import Protocol
from assist_cli.workflows.cull.listed import Listed

if TYPE_CHECKING:
    from assist_cli.workflows.cull.filters import Filter
    from assist_cli.workflows.cull.keymap import Keymap
    from assist_cli.workflows.cull.sorts import Sort

EXAMPLES = """\b
Examples:
  assist cull ~/Pictures/2026-11-20            one photo after the other: P keeps, X rejects, ? shows the keys
  assist cull . --filter rejects               look at what you rejected once more
  assist cull . --keymap vim                   or lightroom, photomechanic, darktable, your.toml
  assist cull . --live                         sidecars while you cull, for an editor that is open beside it
  assist cull . --list rejects                 one file a line, RAW and JPEG, for pipes; no screen
  assist cull . --images half                  block characters, where the terminal shows pictures badly
\b
Each mark is kept at once; Ctrl+Z takes back, one after the other, all of them. Photos are never changed, moved or
deleted. When you are done, your marks can be written into sidecars; one assist undo --last takes back all of a cull.
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
Live = Annotated[bool, typer.Option("--live", help="Write sidecars while you cull, not only at the end.")]
ListChoice = Annotated[
    Listed | None,
    typer.Option("--list", help="Open no screen: print these files, one a line.", show_default=False),
]


@dataclass(frozen=True, slots=True)
class CullWish:
    """What was asked for on the command line."""

    keymap: Keymap
    shown: Filter
    sort: Sort | None
    images: Protocol | None
    is_live: bool


def cull(
    ctx: typer.Context,
    paths: Paths,
    images: ImagesChoice = None,
    keymap: KeymapChoice = "lightroom",
    shown: FilterChoice = "all",
    sort: SortChoice = None,
    live: Live = False,
    listed: ListChoice = None,
) -> None:
    """Look at photos in the terminal and mark them with the keyboard."""
    from assist_cli.workflows.cull.filters import find_filter
    from assist_cli.workflows.cull.keymap import load_keymap
    from assist_cli.workflows.cull.sorts import find_sort

    if listed is not None:
        _list(paths, ctx.obj.catalog, listed)
        return
    keys, wanted = load_keymap(keymap), find_filter(shown)
    order = None if sort is None else find_sort(sort)
    _need_terminal()
    _open(ctx, paths, CullWish(keys, wanted, order, images, live))


def _list(paths: list[Path], catalog: Path, listed: Listed) -> None:
    from assist_cli.console import data_stream
    from assist_cli.workflows.cull.list_marked import list_marked

    photos = list_marked(paths, catalog, listed)
    with data_stream(None) as stream:
        stream.writelines(f"{file}\n" for photo in photos for file in photo.files)


def _open(ctx: typer.Context, paths: list[Path], wish: CullWish) -> None:
    from assist_cli.console import talk
    from assist_cli.pictures.ask_terminal import ask_terminal
    from assist_cli.screens.run_cull import CullRequest, run_cull
    from assist_cli.screens.saving import ended_words
    from assist_cli.workflows.cull.open_session import open_session
    from assist_cli.workflows.cull.save_marks import SaveRequest
    from assist_cli.workflows.see_shoot import ShootRequest

    catalog, command = ctx.obj.catalog, " ".join(["assist", *sys.argv[1:]])
    with open_session(paths, catalog, wish.sort) as session:
        if not session.set_filter(wish.shown):
            raise AssistError(f"no photo here is shown by --filter {wish.shown.name}", "leave it out to see all")
        request = CullRequest(
            wish.keymap,
            ask_terminal(wish.images),
            ShootRequest(paths, catalog, ctx.obj.device),
            SaveRequest(paths, catalog, command),
            wish.is_live,
        )
        saving = run_cull(session, request)
        if not ctx.obj.quiet:
            for line in ended_words(session, saving):
                talk().print(line, markup=False)


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AssistError(
            "culling needs a terminal, and this is none",
            "run it in one; assist cull --list rejects and assist pick need none",
        )
