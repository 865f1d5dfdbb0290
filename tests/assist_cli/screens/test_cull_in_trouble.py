"""What a person sees in a real terminal where disks vanish, fill up, or somebody else culls too."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assist_cli.workflows.cull.open_session import open_session
from tests.assist_cli.screens.tmux_terminal import Terminal, cull_in

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux, which is not installed"),
]


@pytest.fixture
def terminals(tmp_path_factory) -> Iterator[list[Terminal]]:
    """Two of them."""
    # Short names: sockets allow about a hundred letters.
    opened = [Terminal(tmp_path_factory.mktemp("t") / "s") for _ in range(2)]
    yield opened
    for one in opened:
        one.close()


@pytest.fixture
def played(terminals, shoot, catalog) -> Terminal:
    """A cull of five photos."""
    cull_in(terminals[0], shoot, catalog).until("IMG_0000.JPG", "1/5")
    return terminals[0]


@pytest.fixture
def disk(tmp_path) -> Iterator[Path]:
    """A disk of 16 MB that can be filled and unplugged."""
    place = tmp_path / "disk"
    place.mkdir()
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield place
    subprocess.run(["umount", "-l", place], capture_output=True, check=False)


def fill(file: Path) -> None:
    """Until there is no room for anything."""
    with file.open("wb", buffering=0) as opened, suppress(OSError):
        while True:
            opened.write(b"x" * 4096)


def said_of(shoot, catalog):
    with open_session([shoot], catalog) as session:
        return {photo.path.name: photo.marks.flag.value for photo in session.photos if photo.marks.flag}


def test_folder_that_goes_away_costs_no_mark_and_is_told(played, shoot, catalog):
    played.press("p")
    played.until("2/5")
    shoot.rename(shoot.with_name("away"))
    played.press("x", "End")
    played.until("5/5", "The file is not there")
    played.press("g")
    played.until("cannot be read")
    played.press("q")
    played.until("1 picked, 1 rejected")
    played.press("Enter")
    text = played.until("Not written:", "plug in its disk", "Enter  leaves")
    assert text.count("Not written") <= 2
    played.press("Enter")
    played.until("The marks of 2 photos are in the catalogue alone", "LEFT WITH 0")
    shoot.with_name("away").rename(shoot)
    assert said_of(shoot, catalog) == {"IMG_0000.JPG": "pick", "IMG_0001.JPG": "reject"}


def test_disk_that_is_unplugged_during_live_is_told_once_and_keys_go_on_answering(terminals, disk, shoot, catalog):
    card = disk / "card"
    shutil.copytree(shoot, card)
    played = cull_in(terminals[0], card, catalog, "--live")
    played.until("1/5")
    played.press("p")
    played.until("2/5", "saved")
    subprocess.run(["umount", "-l", disk], check=True)
    played.press("x")
    played.until("Not written:")
    played.press("Home", "Home")
    played.until("1/5", "This is the first photo")
    played.press("q")
    played.until("1 picked, 1 rejected")
    played.press("n")
    played.until("The marks of 1 photo are in the catalogue alone", "LEFT WITH 0")


def test_key_says_why_where_the_catalogue_s_disk_is_full(terminals, disk, shoot):
    played = cull_in(terminals[0], shoot, disk / "catalog.db")
    played.until("1/5")
    fill(disk / "filled")
    for _ in range(400):  # pages that the log has already are no new room
        played.press("p", "x", "Home")
        if "NOT KEPT" in played.text():
            break
    played.press("1")
    played.until("NOT KEPT", "the disk is full", "1/5")
    (disk / "filled").unlink()
    played.press("Home", "5")
    played.until("IMG_0000: ★★★★★")
    played.press("q", "n")
    played.until("LEFT WITH 0")


def test_two_culls_of_one_catalogue_keep_what_both_mark(terminals, played, shoot, catalog):
    other = cull_in(terminals[1], shoot, catalog)
    other.until("1/5")
    played.press("p")
    played.until("IMG_0000: picked")
    other.press("End", "x")
    other.until("IMG_0004: rejected")
    for one in (played, other):
        one.press("q")
        one.until("that no sidecar holds yet")
        one.press("Enter")
        one.until("brings every sidecar back as it was", "LEFT WITH 0")
    assert said_of(shoot, catalog) == {"IMG_0000.JPG": "pick", "IMG_0004.JPG": "reject"}
    assert sorted(path.name for path in shoot.glob("*.xmp")) == ["IMG_0000.JPG.xmp", "IMG_0004.JPG.xmp"]


@pytest.mark.parametrize("environ", [{"TERM": "vt100", "COLORTERM": ""}, {"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_terminal_that_shows_no_pictures_marks_all_the_same(terminals, shoot, catalog, environ):
    played = cull_in(terminals[0], shoot, catalog, "--images", "none", **environ)
    played.until("IMG_0000.JPG", "1/5", "pictures are off")
    played.press("p")
    played.until("IMG_0000: picked", "2/5")
    played.press("q", "n")
    played.until("LEFT WITH 0")


def test_size_goes_to_twenty_by_five_and_back_in_every_screen(played):
    for key, words in (("Enter", "1/5"), ("g", "◆"), ("c", "1  IMG_0000"), ("q", "goes on culling")):
        played.press(key)
        played.until(words)
        played.resize(20, 5)
        played.until_width(20)
        played.resize(100, 30)
        played.until(words)
    played.press("Escape", "p")
    played.until("picked")


def test_photos_deleted_replaced_and_broken_while_shown_stop_nothing(played, shoot):
    (shoot / "IMG_0001.JPG").unlink()
    (shoot / "IMG_0002.JPG").write_bytes(b"no picture at all")
    (shoot / "IMG_0003.JPG").write_bytes((shoot / "IMG_0004.JPG").read_bytes())
    played.press("Right", "x", "p", "3", "4")
    played.until("5/5")
    played.press("Home", "Right")
    played.until("2/5")
    played.press("q")
    played.until("5 photos: 1 picked, 1 rejected, 2 with stars")
    played.press("Enter")
    played.until("No longer there: IMG_0001.JPG", "The marks of 3 photos are in sidecars")
    played.press("Enter")
    played.until("LEFT WITH 0")
