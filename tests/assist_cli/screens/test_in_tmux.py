"""A cull as a person does it: in a real terminal, with keys alone, to the sidecars and back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from index.photo.mark_fields.place_file import PhotoLies, marks_in, read_facts
from index.photo.marks import Flag, Marks
from index.photo.sidecar_place import Place
from tests.assist_cli.screens.tmux_terminal import PATIENCE_S, ROOT, Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux, which is not installed")


@pytest.fixture
def terminal(tmp_path_factory) -> Iterator[Terminal]:
    # A short name: sockets allow about a hundred letters.
    opened = Terminal(tmp_path_factory.mktemp("t") / "s")
    yield opened
    opened.close()


@pytest.fixture
def cull(terminal, shoot, catalog) -> Callable[..., Terminal]:
    def call(*options: str) -> Terminal:
        command = [sys.executable, "-m", "assist_cli", "cull", str(shoot), *options]
        usual = {"TERM": "screen-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
        # What some shells export never changes; the terminal does.
        terminal.start(*command, **usual, ASSIST_CATALOG=str(catalog), COLUMNS="100", LINES="30")
        return terminal

    return call


def until_nobody_culls(shoot: Path) -> None:
    """Waits until no process is left that culls this folder."""
    end = monotonic() + PATIENCE_S
    while any(["cull", str(shoot)] == words[-2:] for words in _commands()):
        assert monotonic() < end, "the cull goes on without a terminal"
        sleep(0.05)


def _commands() -> Iterator[list[str]]:
    for process in psutil.process_iter(["cmdline"]):
        yield process.info["cmdline"] or []


def marks_beside(photo: Path) -> Marks:
    sidecar = photo.with_name(f"{photo.name}.xmp")
    return marks_in(Place.DARKTABLE, read_facts(Place.DARKTABLE, sidecar.read_bytes(), PhotoLies()), PhotoLies())


def test_move_pick_reject_undo_and_quit_end_in_sidecars(cull, shoot, catalog):
    played = cull()
    played.until("IMG_0000.JPG", "1/5")
    played.press("Right")
    played.until("2/5")
    played.press("p")
    played.until("IMG_0001: picked", "3/5")
    played.press("x")
    played.until("IMG_0002: rejected")
    played.press("5")
    played.until("IMG_0003: ★★★★★")
    played.press("C-z")
    played.until("Taken back: IMG_0003")
    played.press("4")
    played.until("IMG_0003: ★★★★")
    played.press("q")
    played.until("5 photos: 1 picked, 1 rejected, 1 with stars")
    played.press("Enter")
    played.until("Sidecars are written; assist undo --last", "LEFT WITH 0")
    assert marks_beside(shoot / "IMG_0001.JPG").flag is Flag.PICK
    assert marks_beside(shoot / "IMG_0002.JPG").flag is Flag.REJECT
    assert marks_beside(shoot / "IMG_0003.JPG").rating == 4
    assert not (shoot / "IMG_0000.JPG.xmp").exists()
    undone = subprocess.run(
        [sys.executable, "-m", "assist_cli", "--catalog", str(catalog), "undo", "--last"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert undone.returncode == 0, undone.stderr
    assert not list(shoot.glob("*.xmp"))


def test_tiny_window_grid_compare_and_help_survive_to_the_end(cull):
    played = cull("--keymap", "vim")
    played.until("1/5")
    played.resize(20, 5)
    played.press("o")
    played.until("▌")
    played.press("y")
    played.resize(80, 24)
    played.until("IMG_0001", "✓")
    played.press("c")
    played.until("moment")
    played.press("?")
    played.until("keymap vim")
    played.press("Escape")
    played.until("IMG_0001", "✓")
    played.press("C-c")
    played.until("1 photo has marks")
    played.press("n")
    played.until("The marks of 1 photo are in the catalogue alone", "LEFT WITH 0")


def test_killed_cull_has_lost_no_mark(cull, shoot, assist):
    played = cull()
    played.until("1/5")
    played.press("x")
    played.until("IMG_0000: rejected")
    played.close()
    until_nobody_culls(shoot)
    assert assist("cull", shoot, "--list", "rejects").out.splitlines() == [str(shoot / "IMG_0000.JPG")]


def test_keys_typed_while_it_starts_are_not_lost(cull):
    played = cull()
    played.press("x", "x")
    played.until("IMG_0001: rejected", "3/5")
