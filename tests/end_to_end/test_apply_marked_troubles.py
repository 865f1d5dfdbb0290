"""Picks and rejects where a folder, a name, a disk or the options do not allow it: what stays is told, nothing is overwritten."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.end_to_end.rejected_shoot import ODD, rejected_shoot


@pytest.fixture
def shoot(tmp_path, catalog):
    return rejected_shoot(tmp_path / "shoot", catalog)


def test_taken_name_leaves_that_photo_alone_and_the_others_go(assist, shoot):
    there = shoot / "_x"
    there.mkdir()
    (there / "img_1.cr3").write_bytes(b"another card's")
    answer = assist("cull", shoot, "--apply", "rejects", "--to", there, "--by", "move")
    assert answer.exit_code == 1
    assert f"{shoot}/IMG_1.CR3: left alone: a file called img_1.cr3 is there already" in answer.err
    assert (shoot / "IMG_1.JPG").exists()
    assert (shoot / "IMG_1.CR3").exists()
    assert not (shoot / ODD).exists()
    assert (there / "img_1.cr3").read_bytes() == b"another card's"


def test_photo_that_editors_would_pair_with_a_stranger_stays(assist, shoot):
    (shoot / "_x").mkdir()
    (shoot / "_x" / "IMG_1.HEIC").write_bytes(b"another camera's")
    answer = assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_x", "--by", "move")
    assert answer.exit_code == 1
    assert "IMG_1.HEIC is there already, and editors would take both for one photo" in answer.err


def test_undo_leaves_what_somebody_put_in_place_and_brings_what_came_since(assist, shoot):
    there = shoot / "_x"
    assert assist("cull", shoot, "--apply", "rejects", "--to", there, "--by", "move").exit_code == 0
    (shoot / "IMG_1.JPG").write_bytes(b"a new one")
    (there / "below" / "IMG_1.CR3.xmp").write_bytes(b"an editor's")
    answer = assist("undo", "--last")
    assert answer.exit_code == 1
    assert f"{shoot}/IMG_1.JPG: left alone, something else has the name" in answer.out
    assert (shoot / "IMG_1.JPG").read_bytes() == b"a new one"
    assert (there / "IMG_1.CR3").exists()
    assert (shoot / "below" / "IMG_1.CR3.xmp").read_bytes() == b"an editor's"
    (shoot / "IMG_1.JPG").unlink()
    assert assist("undo", "--last").exit_code == 0
    assert not there.exists()


def test_undo_refuses_a_photo_that_is_not_the_one_we_put_there(assist, shoot):
    assert assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_x", "--by", "move").exit_code == 0
    (shoot / "_x" / "IMG_1.JPG").write_bytes(b"another")
    answer = assist("undo", "--last")
    assert (answer.exit_code, "is not the file that we put there any more" in answer.out) == (1, True)
    assert (shoot / "_x" / "IMG_1.CR3").exists()


@pytest.mark.parametrize(
    ("to", "words", "code"),
    [
        (".", "is the folder that is culled", 2),
        ("IMG_1.JPG", "is no folder", 2),
        ("IMG_1.JPG/deeper", "is no folder", 2),
    ],
)
def test_folder_that_cannot_be_one_is_told_in_one_line(assist, shoot, to, words, code):
    answer = assist("cull", shoot, "--apply", "rejects", "--to", shoot / to)
    assert (answer.exit_code, words in answer.err, len(answer.err.splitlines())) == (code, True, 1), answer.err


def test_disk_that_is_read_only_is_told_in_one_line(assist, shoot, small_disk):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    answer = assist("cull", shoot, "--apply", "rejects", "--to", small_disk / "rejects", "--by", "move")
    assert (answer.exit_code, answer.err.count("\n")) == (1, 1)
    assert f"nothing can be made in {small_disk}" in answer.err


def test_full_disk_leaves_the_photos_that_do_not_fit(assist, shoot, small_disk):
    (shoot / "IMG_1.CR3").write_bytes(os.urandom(3_000_000))
    answer = assist("cull", shoot, "--apply", "rejects", "--to", small_disk / "rejects", "--by", "move")
    assert answer.exit_code == 1
    assert "left alone: the disk is full (free some space" in answer.err
    assert (shoot / "IMG_1.CR3").stat().st_size == 3_000_000
    assert (shoot / "IMG_1.JPG").exists()
    assert sorted(path.name for path in small_disk.rglob("IMG_1*")) == ["IMG_1.CR3", "IMG_1.JPG"], "the one from below"
    before = (shoot / "IMG_1.CR3").read_bytes()
    assert assist("undo", "--last").exit_code == 0
    assert (shoot / "IMG_1.CR3").read_bytes() == before
    assert (shoot / "below" / "IMG_1.JPG").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--apply", "picks"), "--apply needs a folder"),
        (("--to", "x"), "--to is for --apply"),
        (("--dry-run",), "--dry-run is for --apply"),
        (("--list", "picks", "--apply", "picks", "--to", "x"), "--list and --apply are two things"),
    ],
)
def test_options_that_do_not_go_together_are_told(assist, shoot, options, words):
    answer = assist("cull", shoot, *options)
    assert (answer.exit_code, words in answer.err) == (2, True)
