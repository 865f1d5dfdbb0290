"""A cull of 200 photos in a real terminal, with the keyboard alone: sidecars hold what the keys said, and undo brings all back."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assist_cli.screens.tmux_terminal import ROOT, Terminal
from tests.end_to_end.foreign_sidecars import foreign_lines, put_foreign_sidecars
from tests.end_to_end.keyed_cull import play
from tests.end_to_end.program import assist_process
from tests.end_to_end.said_by_keys import PHOTOS, RAWS, Said, Shoot
from tests.real_editors import exiftool
from tests.real_editors.exiftool import exiftool_shows_each

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux, which is not installed"),
    pytest.mark.skipif(exiftool.SKIP_REASON is not None, reason=str(exiftool.SKIP_REASON)),
]


@pytest.fixture
def shoot(shoot_dir, tmp_path) -> Shoot:
    """The rendered shoot again and again: other names, other bytes, the same pictures; RAW beside JPEG, and RAW alone."""
    folder = tmp_path / "shoot"
    folder.mkdir()
    for copy in range(1, 9):
        for photo in shoot_dir.glob("DSC_*"):
            made = folder / f"{copy}_{photo.name}"
            made.write_bytes(photo.read_bytes() + b"%d" % copy)
    for name in RAWS:
        (folder / name).write_bytes((shoot_dir / "DSC_0116.DNG").read_bytes() + name.encode())
    names = sorted((photo.name.casefold(), photo.stem) for photo in folder.iterdir())
    stems = list(dict.fromkeys(stem for _, stem in names))
    for photo in [*folder.iterdir()]:
        if photo.stem not in stems[:PHOTOS]:
            photo.unlink()
    return Shoot(folder, stems[:PHOTOS], {stem: Said() for stem in stems[:PHOTOS]})


@pytest.fixture
def terminal(tmp_path_factory) -> Iterator[Terminal]:
    # A short name: sockets allow about a hundred letters.
    opened = Terminal(tmp_path_factory.mktemp("t") / "s")
    yield opened
    opened.close()


@pytest.fixture
def cull(terminal, shoot, tmp_path):
    """Opens the cull in the terminal."""

    def call(*options: str) -> Terminal:
        terminal.start(
            *(sys.executable, "-m", "assist_cli", "cull", str(shoot.folder), *options),
            ASSIST_CATALOG=str(tmp_path / "catalog.db"),
            TERM="screen-256color",
            COLORTERM="truecolor",
            PYTHONPATH=str(ROOT),
        )
        terminal.until(shoot.stems[0], f"1/{PHOTOS}")
        return terminal

    return call


MARKS = {
    *("XMP-xmp:Rating", "XMP-xmp:Label", "XMP-xmpDM:Pick", "XMP-xmpDM:Good"),
    *("XMP-digiKam:PickLabel", "XMP-digiKam:ColorLabel", "XMP-darktable:Colorlabels"),
}


def marks_shown(sidecars: list[Path]) -> dict[str, dict[str, object]]:
    """What exiftool reads of the marks in each of them."""
    shown = exiftool_shows_each(sidecars)
    return {
        path.name: {name: value for name, value in one.items() if name in MARKS}
        for path, one in zip(sidecars, shown, strict=True)
    }


def undo_last(catalog: Path) -> None:
    undone = assist_process(catalog, "undo", "--last")
    assert undone.exit_code == 0, undone.err


def test_sidecars_hold_what_the_keys_said_and_undo_brings_every_file_back(cull, shoot, tmp_path):
    before = shoot.files()
    play(cull(), shoot)
    wanted = shoot.sidecars_to_be()
    assert marks_shown(sorted(shoot.folder.glob("*.xmp"))) == wanted
    assert len(wanted) > 100
    undo_last(tmp_path / "catalog.db")
    assert shoot.files() == before


def test_all_that_live_wrote_is_one_run(cull, shoot, tmp_path):
    before = shoot.files()
    play(cull("--live"), shoot)
    shown, wanted = marks_shown(sorted(shoot.folder.glob("*.xmp"))), shoot.sidecars_to_be()
    assert {name: shown[name] for name in wanted} == wanted
    assert not any(shown[name] for name in shown.keys() - wanted.keys()), (
        "of marks that were taken back nothing is left"
    )
    undo_last(tmp_path / "catalog.db")
    assert shoot.files() == before


def test_sidecars_of_editors_keep_every_byte_that_is_not_a_mark(cull, shoot, tmp_path):
    marked = put_foreign_sidecars(shoot)
    before = shoot.files()
    played = cull()
    played.until(f"{len(marked)} photos had marks in sidecars")
    play(played, shoot)
    after = shoot.files()
    shown = marks_shown(sorted(shoot.folder.glob("*.xmp")))
    wanted = shoot.sidecars_to_be()
    assert {name: shown[name] for name in wanted} == wanted
    for name in before.keys() - wanted.keys():
        assert after[name] == before[name], name
    changed = [name for name in before if name.endswith(".xmp") and name in wanted and after[name] != before[name]]
    assert len(changed) >= 4
    for name in changed:
        kept = iter(foreign_lines(after[name][0]))
        assert all(line in kept for line in foreign_lines(before[name][0])), name
    undo_last(tmp_path / "catalog.db")
    assert shoot.files() == before
