"""`assist cull`: look at photos in the terminal and mark them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from assist_cli.collection import no_collection
from assist_cli.commands.cull_options import (
    ApplyChoice,
    ByChoice,
    DryRun,
    FilterChoice,
    ImagesChoice,
    KeymapChoice,
    ListChoice,
    Live,
    SortChoice,
    ToFolder,
)
from assist_cli.failures import AssistError, ExitCode
from assist_cli.options import Paths
from assist_cli.pictures.protocol import Protocol
from assist_cli.unechoed_keys import unechoed_keys
from assist_cli.workflows.cull.by import By
from assist_cli.workflows.cull.listed import Listed

if TYPE_CHECKING:
    from assist_cli.screens.saving import Saving
    from assist_cli.workflows.cull.filters import Filter
    from assist_cli.workflows.cull.keymap import Keymap
    from assist_cli.workflows.cull.session import CullSession
    from assist_cli.workflows.cull.sorts import Sort
    from assist_cli.workflows.see_shoot import ShootRequest

EXAMPLES = """\b
Examples:
  assist cull ~/Pictures/2026-11-20            one photo after the other: P keeps, X rejects, ? shows the keys
  assist cull . --filter rejects               look at what you rejected once more
  assist cull . --keymap vim                   or lightroom, photomechanic, darktable, your.toml
  assist cull . --live                         sidecars while you cull, for an editor that is open beside it
  assist cull . --list rejects                 one file a line, RAW and JPEG, for pipes; no screen
  assist cull . --apply picks --to ~/picks     links to them, RAW, JPEG and sidecars; --by move moves them there
  assist cull . --apply rejects --to _rejects --by move --dry-run
  assist cull . --images half                  block characters, where the terminal shows pictures badly
\b
Each mark is kept at once; Ctrl+Z takes back, one after the other, all of them. Photos are never changed or deleted, and
moved by --apply alone. When you are done, your marks can be written into sidecars. One assist undo --last takes back all
that a cull wrote, or all that --apply moved.
"""


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
    applied: ApplyChoice = None,
    to: ToFolder = None,
    by: ByChoice = By.LINK,
    dry_run: DryRun = False,
) -> None:
    """Look at photos in the terminal and mark them with the keyboard."""
    with no_collection():
        from assist_cli.commands.cull_apply import Application, apply_to, check_choices, refuse_screen_options
        from assist_cli.workflows.catch_up import catch_up
        from assist_cli.workflows.cull.filters import find_filter
        from assist_cli.workflows.cull.keymap import load_keymap
        from assist_cli.workflows.cull.sorts import find_sort
        from index.journal.errors import JournalError

    if listed is None and applied is None:
        ctx.call_on_close(unechoed_keys())
    check_choices(applied, to, by, is_listed=listed is not None, dry_run=dry_run)
    if applied is not None or listed is not None:
        for_screen = {"--filter": shown != "all", "--sort": sort, "--live": live, "--images": images}
        refuse_screen_options([option for option, is_given in for_screen.items() if is_given])
    try:
        catch_up(ctx.obj.catalog)
    except JournalError:
        if applied is not None or listed is not None:
            raise
        # Marks are kept without a journal; the screen says why sidecars are neither read nor written.
    if applied is not None and to is not None:
        apply_to(ctx, paths, Application(applied, to, by, dry_run))
    if listed is not None:
        _list(paths, ctx.obj.catalog, listed)
        return
    keys, wanted = load_keymap(keymap), find_filter(shown)
    order = None if sort is None else find_sort(sort)
    _need_terminal()
    _open(ctx, paths, CullWish(keys, wanted, order, images, live))


def _list(paths: list[Path], catalog: Path, listed: Listed) -> None:
    from assist_cli.console import data_stream, talk
    from assist_cli.workflows.cull.list_marked import list_marked

    marked = list_marked(paths, catalog, listed)
    with data_stream(None) as stream:
        stream.writelines(f"{file}\n" for photo in marked.photos for file in photo.files)
    if marked.unreadable:
        from assist_cli.render.run_summary import failure_lines

        for line in failure_lines(marked.unreadable):
            talk().print(line)
        raise typer.Exit(ExitCode.SOME_UNREADABLE)


def _open(ctx: typer.Context, paths: list[Path], wish: CullWish) -> None:
    from assist_cli.workflows.cull.open_session import open_session

    catalog = ctx.obj.catalog
    with no_collection(), open_session(paths, catalog, wish.sort) as session:
        if not session.set_filter(wish.shown):
            raise AssistError(f"no photo here is shown by --filter {wish.shown.name}", "leave it out to see all")
        _look(ctx, paths, wish, session)


def _look(ctx: typer.Context, paths: list[Path], wish: CullWish, session: CullSession) -> None:
    from assist_cli.pictures.ask_terminal import ask_terminal
    from assist_cli.screens.first_glimpse import first_glimpse
    from assist_cli.screens.first_picture import begin_pictures

    terminal = ask_terminal(wish.images)
    with first_glimpse(terminal) as glimpse:
        pictures = begin_pictures(session, terminal, glimpse=glimpse)
        # The first photo is decoded, and shown, while these are imported.
        from assist_cli.screens.run_cull import CullRequest, run_cull
        from assist_cli.workflows.cull.save_request import SaveRequest

        catalog, command = ctx.obj.catalog, " ".join(["assist", *sys.argv[1:]])
        save = SaveRequest(paths, catalog, command)
        request = CullRequest(wish.keymap, lambda: _shoot(ctx, paths), save, wish.is_live)
        saving = run_cull(session, request, pictures)
    if not ctx.obj.quiet:
        _tell_end(session, saving)


def _shoot(ctx: typer.Context, paths: list[Path]) -> ShootRequest:
    from assist_cli.workflows.see_shoot import ShootRequest
    from assist_cli.workflows.worker_counts import workers_beside_a_screen

    return ShootRequest(paths, ctx.obj.catalog, ctx.obj.device, workers=workers_beside_a_screen())


def _tell_end(session: CullSession, saving: Saving) -> None:
    from assist_cli.console import talk
    from assist_cli.screens.saving import ended_words

    for line in ended_words(session, saving):
        talk().print(line, markup=False)


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AssistError(
            "culling needs a terminal, and this is none",
            "run it in one; assist cull --list rejects and assist pick need none",
        )
