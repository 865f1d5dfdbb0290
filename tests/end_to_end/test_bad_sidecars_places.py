"""Sidecars that are links, pipes or protected, and disks that are full or read-only: one clear line each, and nothing is lost."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.end_to_end.bad_sidecar import PACKET, Pair, facts, lines_about, made_pair, written_beside
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar


@pytest.fixture
def pair(tmp_path, catalog) -> Pair:
    return made_pair(tmp_path / "shoot", catalog)


def test_link_out_of_the_tree_is_named_and_not_followed(assist, pair, tmp_path):
    elsewhere = tmp_path / "elsewhere.xmp"
    elsewhere.write_text(PACKET, encoding="utf-8")
    before = facts(elsewhere)
    pair.sidecar.symlink_to(elsewhere)
    line = written_beside(assist, pair)
    assert f"it is a link to {elsewhere}, outside of the folders that you named" in line
    assert facts(elsewhere) == before
    assert pair.sidecar.is_symlink()


def test_link_inside_the_tree_is_followed_and_stays_a_link(assist, pair):
    real = pair.folder / "sidecars" / "one.xmp"
    real.parent.mkdir()
    real.write_text(PACKET, encoding="utf-8")
    before = facts(real)
    pair.sidecar.symlink_to(Path("sidecars", "one.xmp"))
    assert assist("sidecars", "write", pair.folder).exit_code == 0
    assert pair.sidecar.is_symlink()
    assert PlainSidecar(real.read_bytes()).stated("xmp:Rating") == "4"
    assert assist("undo", "--last").exit_code == 0
    assert facts(real) == before
    assert pair.sidecar.is_symlink()


@pytest.mark.parametrize(
    ("target", "words"), [("nowhere.xmp", "leads nowhere"), ("IMG_1.CR3.xmp", "round in circles"), (".", "not a file")]
)
def test_link_to_no_file_is_told(assist, pair, target, words):
    pair.sidecar.symlink_to(target)
    assert words in written_beside(assist, pair)
    assert pair.sidecar.readlink() == Path(target)


def test_pipes_folders_and_sockets_named_like_sidecars_are_told_and_never_opened(assist, pair, monkeypatch):
    os.mkfifo(pair.sidecar)
    assert "it is a pipe, not a file" in written_beside(assist, pair)
    pair.sidecar.unlink()
    pair.sidecar.mkdir()
    assert "it is a folder, not a file" in written_beside(assist, pair)
    pair.sidecar.rmdir()
    monkeypatch.chdir(pair.folder)  # a socket's name may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(pair.sidecar.name)
        assert "not a file" in written_beside(assist, pair)


def test_write_protected_sidecar_is_told_and_left_as_it_is(assist, pair):
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    pair.sidecar.chmod(0o444)
    before = facts(pair.sidecar)
    assert "it is write-protected" in written_beside(assist, pair)
    assert facts(pair.sidecar) == before


@pytest.fixture
def open_folder():
    """A folder that anybody can come to, as those of tests cannot be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


def test_folder_that_may_not_be_written_is_told_file_by_file(assist, open_folder, monkeypatch, as_nobody):
    catalog = open_folder / "catalog.db"
    monkeypatch.setenv("ASSIST_CATALOG", str(catalog))
    monkeypatch.setenv("ASSIST_WEIGHTS", str(open_folder / "weights"))
    pair = made_pair(open_folder / "shoot", catalog)
    catalog.chmod(0o666)
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    pair.sidecar.chmod(0o666)
    pair.folder.chmod(0o555)
    before = facts(pair.sidecar)
    assert (
        assist("sidecars", "write", pair.folder, "--dry-run").exit_code == 0
    )  # loads the program, which may be root's
    with as_nobody():
        answer = assist("sidecars", "write", pair.folder, "--style", "darktable")
    told_of_both(answer, pair, "you may not read it or write beside it")
    assert facts(pair.sidecar) == before
    assert sorted(path.name for path in pair.folder.iterdir()) == ["IMG_1.CR3", "IMG_1.CR3.xmp", "IMG_2.CR3"]


def test_disk_that_is_read_only_is_told_file_by_file(assist, small_disk, catalog):
    pair = made_pair(small_disk, catalog)
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    before = facts(pair.sidecar)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    answer = assist("sidecars", "write", small_disk, "--style", "darktable")
    told_of_both(answer, pair, "the disk is read-only")
    assert facts(pair.sidecar) == before
    assert "nothing to take back" in assist("undo", "--last").err


def told_of_both(answer, pair: Pair, words: str) -> None:
    assert answer.exit_code == 3
    for path in (pair.sidecar, pair.neighbours):
        (line,) = lines_about(path, answer)
        assert words in line


def test_full_disk_leaves_the_old_file_and_the_next_run_writes_it(assist, small_disk, catalog):
    pair = made_pair(small_disk, catalog)
    pair.sidecar.write_text(PACKET + " " * 20_000, encoding="utf-8")
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space"):
        ballast.write_bytes(bytes(100_000))
    before = facts(pair.sidecar)
    answer = assist("sidecars", "write", small_disk, "--style", "darktable")
    told_of_both(answer, pair, "the disk is full (free some space")
    assert facts(pair.sidecar) == before
    assert {path.name for path in small_disk.iterdir()} == {"IMG_1.CR3", "IMG_2.CR3", "IMG_1.CR3.xmp", "ballast"}
    assert "nothing to take back" in assist("undo", "--last").err
    ballast.unlink()
    assert assist("sidecars", "write", small_disk, "--style", "darktable").exit_code == 0
    assert PlainSidecar(pair.sidecar.read_bytes()).stated("xmp:Rating") == "4"
    assert assist("undo", "--last").exit_code == 0
    assert facts(pair.sidecar) == before


def test_journal_that_cannot_be_written_leaves_every_sidecar_as_it_is(assist, pair, small_disk, monkeypatch):
    catalog = small_disk / "catalog.db"
    monkeypatch.setenv("ASSIST_CATALOG", str(catalog))
    with pytest.raises(OSError, match="No space"):
        (small_disk / "ballast").write_bytes(bytes(100_000))
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    before = facts(pair.sidecar)
    answer = assist("sidecars", "write", pair.folder)
    assert answer.exit_code == 1
    assert answer.err.count("\n") == 1
    assert facts(pair.sidecar) == before
    assert not pair.neighbours.exists()
