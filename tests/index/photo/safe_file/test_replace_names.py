"""Links, odd names and the part files of killed runs: only the file that was meant gets new bytes."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from index.photo.safe_file.errors import (
    BusyFolderError,
    FileChangedError,
    FileRefusedError,
    FileTrouble,
)
from index.photo.safe_file.part_file import part_name
from index.photo.safe_file.replace import replace_file
from tests.index.photo.safe_file.meanwhile import meanwhile


@pytest.mark.parametrize("target", ["real.xmp", "nowhere.xmp"])
def test_link_is_neither_followed_nor_replaced(folder, target):
    (folder / "real.xmp").write_bytes(b"old")
    (folder / "a.xmp").symlink_to(target)
    with pytest.raises(FileRefusedError) as refused:
        replace_file(folder / "a.xmp", b"new", was=b"old")
    assert refused.value.kind is FileTrouble.LINK
    assert (folder / "a.xmp").is_symlink()
    assert (folder / "real.xmp").read_bytes() == b"old"


def test_of_several_hard_links_only_this_name_gets_new_bytes(sidecar, folder):
    # A snapshot that a backup program made of links must never change.
    backup = folder / "backup"
    backup.hardlink_to(sidecar)
    replace_file(sidecar, b"new", was=b"old")
    assert backup.read_bytes() == b"old"
    assert sidecar.read_bytes() == b"new"


@pytest.mark.parametrize(
    "name",
    ["a\nb.xmp", "写真 é.xmp", os.fsdecode(b"photo\xe9.xmp"), "x" * 251 + ".xmp", "é" * 125 + ".xmp", ".xmp", "-rf"],
)
def test_names_of_any_kind_are_written(folder, names, name):
    path = folder / name
    try:
        replace_file(path, b"one", was=None)
    except FileRefusedError:
        pytest.skip("this file system takes UTF-8 names only")
    replace_file(path, b"two", was=b"one")
    assert path.read_bytes() == b"two"
    assert names() == [name]


def test_path_as_long_as_paths_can_be_is_written(folder, monkeypatch):
    monkeypatch.chdir(folder)
    deep = "d" * 250
    for _ in range(16):
        os.mkdir(deep)  # noqa: PTH102
        os.chdir(deep)
    replace_file(Path("a.xmp"), b"new", was=None)
    assert [found.name for found in Path().iterdir()] == ["a.xmp"]


def test_part_file_of_a_killed_run_is_replaced(sidecar, names):
    sidecar.with_name(part_name("a.xmp")).write_bytes(b"half a packet that is longer than the new one")
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_part_file_that_is_the_second_name_of_a_new_file_does_not_empty_it(sidecar, names):
    # Killed between the link that makes a new file and the unlinking of its part.
    sidecar.with_name(part_name("a.xmp")).hardlink_to(sidecar)
    with pytest.raises(FileChangedError):
        replace_file(sidecar, b"new", was=None)
    assert sidecar.read_bytes() == b"old"
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_link_in_the_place_of_the_part_file_is_not_followed(sidecar, folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    (folder / part_name("a.xmp")).symlink_to(elsewhere)
    replace_file(sidecar, b"new", was=b"old")
    assert elsewhere.read_bytes() == b"theirs"
    assert sidecar.read_bytes() == b"new"


def test_folder_in_the_place_of_the_part_file_is_told(sidecar, folder):
    (folder / part_name("a.xmp")).mkdir()
    with pytest.raises(FileRefusedError, match="no file has this name"):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"old"


def test_part_file_that_another_run_made_meanwhile_never_becomes_the_sidecar(sidecar, monkeypatch):
    # On a share without locks.
    part = sidecar.with_name(part_name("a.xmp"))

    def replaced_by_another_run():
        part.unlink()
        part.write_bytes(b"half")

    meanwhile(monkeypatch, replaced_by_another_run)
    with pytest.raises(BusyFolderError):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"old"
    assert part.read_bytes() == b"half"


def test_part_file_that_another_run_is_writing_is_left_to_it(sidecar):
    part = sidecar.with_name(part_name("a.xmp"))
    with part.open("wb") as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        with pytest.raises(BusyFolderError, match="another run of photo-assist is writing there"):
            replace_file(sidecar, b"new", was=b"old")
    assert part.exists()
    replace_file(sidecar, b"new", was=b"old")
    assert not part.exists()
