"""Picks and rejects go to a folder and come back: nothing is lost, nothing is overwritten, and our marks stay ours."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from assist_cli.workflows.cull.open_session import open_session
from index.catalog.database import open_catalog
from index.photo.marks import Flag, Marks
from tests.end_to_end.stored_shoot import StoredShot, store_shots

OLD_NS = 1_600_000_000_123_456_789
ODD = "ö\n\udcff.JPG"
"""A name with a new line, and a byte that is no UTF-8."""


@pytest.fixture
def shoot(tmp_path, catalog):
    """Two pairs with sidecars, a photo with an odd name, one in a folder below; the first and the odd one are rejected."""
    folder = tmp_path / "shoot"
    shots = []
    for name in ("IMG_1.JPG", "IMG_2.JPG", ODD, "below/IMG_1.JPG"):
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        Image.new("RGB", (60, 40), (len(shots) * 40, 80, 80)).save(path)
        raw = path.with_suffix(".CR3")
        raw.write_bytes(b"raw" + os.fsencode(name))
        shots.append(StoredShot(path, 4, companions=(raw,)))
    (folder / "IMG_1.CR3.pp3").write_text("[Version]\n")
    for path in folder.rglob("*.*"):
        os.utime(path, ns=(OLD_NS, OLD_NS))
    store_shots(catalog, shots)
    with open_session([folder], catalog) as session:
        for photo in (folder / "IMG_1.JPG", folder / ODD, folder / "below" / "IMG_1.JPG"):
            session.set_flag(Flag.REJECT, on=photo)
    return folder


def facts_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time, links left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def test_rejects_move_with_sidecars_keep_their_marks_and_come_back_as_they_were(assist, shoot, catalog):
    assert assist("sidecars", "write", shoot).exit_code == 0
    before, there = facts_of(shoot), shoot / "_rejects"
    moved = assist("cull", shoot, "--apply", "rejects", "--to", there, "--by", "move")
    assert moved.exit_code == 0, moved.err
    assert (moved.out, "3 photos" in moved.err, "assist undo --run" in moved.err) == ("", True, True)
    now = facts_of(shoot)
    assert {name.removeprefix("_rejects/"): facts for name, facts in now.items()} == before
    went = {name for name in now if name.startswith("_rejects/")}
    own = {"IMG_1.JPG", "IMG_1.CR3", "IMG_1.xmp", "IMG_1.JPG.xmp", "IMG_1.CR3.xmp", "IMG_1.CR3.pp3"}
    assert {f"_rejects/{name}" for name in own} | {"_rejects/below/IMG_1.CR3.xmp", f"_rejects/{ODD}"} <= went
    assert not any(name.startswith("_rejects/IMG_2") for name in now)

    listed = assist("cull", there, "--list", "rejects").out
    assert str(there / "IMG_1.CR3") in listed.splitlines()
    with open_catalog(catalog) as opened:
        photo = opened.photo_at(there / "IMG_1.JPG")
        assert (photo.record.companions, len(photo.ratings)) == ((there / "IMG_1.CR3",), 1)
        assert opened.photo_at(shoot / "IMG_1.JPG") is None
    again = assist("sidecars", "write", shoot)
    assert (again.exit_code, facts_of(shoot)) == (0, now), "our own marks are no person's, and nothing is written anew"

    answer = assist("undo", "--last")
    assert (answer.exit_code, facts_of(shoot), there.exists()) == (0, before, False), answer.said
    assert "3 of 3 photos taken back" in answer.err
    assert len(assist("cull", shoot, "--list", "rejects").out.split(str(shoot))) == 7
    again = assist("undo", "--run", answer.err.split("--run ")[1].strip())
    assert (again.exit_code, facts_of(shoot)) == (0, now), again.said


def test_marks_written_before_a_move_are_taken_back_where_the_photo_lies_now(assist, shoot):
    before = facts_of(shoot)
    assert assist("sidecars", "write", shoot).exit_code == 0
    run = assist("journal").out.split()[0]
    assert assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_x", "--by", "move").exit_code == 0
    answer = assist("undo", "--run", run)
    assert answer.exit_code == 0, answer.said
    assert assist("undo", "--last").exit_code == 0
    assert facts_of(shoot) == before


def test_links_double_nothing_and_go_away_again(assist, shoot, tmp_path):
    before, there = facts_of(shoot), tmp_path / "for the client"
    answer = assist("cull", shoot, "--apply", "rejects", "--to", there)
    assert answer.exit_code == 0, answer.err
    assert facts_of(there) == {}
    assert (there / "IMG_1.CR3").samefile(shoot / "IMG_1.CR3")
    assert (there / "below" / "IMG_1.JPG").samefile(shoot / "below" / "IMG_1.JPG")
    again = assist("cull", shoot, "--apply", "rejects", "--to", there)
    assert (again.exit_code, "3 linked there already" in again.err) == (0, True), again.err
    (there / "IMG_1.CR3").unlink()
    (there / "IMG_1.CR3").write_bytes(b"somebody's own")
    undone = assist("undo", "--last")
    assert (undone.exit_code, "is not the link that we made any more" in undone.out) == (1, True)
    assert {path.name for path in there.rglob("*") if not path.is_dir()} == {"IMG_1.JPG", "IMG_1.CR3", "IMG_1.CR3.pp3"}
    assert facts_of(shoot) == before


def test_links_inside_the_shoot_move_with_it(assist, shoot, tmp_path):
    assert assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_rejects").exit_code == 0
    shoot.rename(tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "_rejects" / "IMG_1.JPG").read_bytes()


def test_dry_run_prints_what_would_go_where_and_changes_nothing(assist, shoot):
    before = facts_of(shoot)
    answer = assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_x", "--by", "move", "--dry-run")
    assert answer.exit_code == 0
    assert f"{shoot}/IMG_1.CR3 -> {shoot}/_x/IMG_1.CR3" in answer.out.splitlines()
    assert len(answer.out.splitlines()) == 7, "a new line in a name makes no new line"
    assert (facts_of(shoot), (shoot / "_x").exists()) == (before, False)
    assert "nothing was written yet" in assist("journal").out


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


def test_marks_of_a_photo_that_nobody_scored_go_with_it(assist, tmp_path, catalog):
    path = tmp_path / "shoot" / "new.JPG"
    path.parent.mkdir()
    Image.new("RGB", (60, 40)).save(path)
    with open_session([path.parent], catalog) as session:
        session.set_flag(Flag.PICK)
        session.set_rating(5, on=path)
    assert assist("cull", path.parent, "--apply", "picks", "--to", tmp_path / "picks", "--by", "move").exit_code == 0
    with open_session([tmp_path / "picks"], catalog) as session:
        assert [photo.marks for photo in session.photos] == [Marks(rating=5, flag=Flag.PICK)]


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


def test_nothing_chosen_makes_nothing(assist, shoot):
    answer = assist("cull", shoot, "--apply", "picks", "--to", shoot / "_x")
    assert (answer.exit_code, answer.err) == (0, "nothing to do: no photo here is picked\n")
    assert not (shoot / "_x").exists()


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


def test_journal_tells_where_each_file_went(assist, shoot):
    assert assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_x", "--by", "move").exit_code == 0
    line = assist("journal").out
    assert "7 files moved" in line
    told = assist("journal", "--run", line.split()[0]).out
    assert f"{shoot}/IMG_1.CR3: moved to {shoot}/_x/IMG_1.CR3" in told
    assert f"{shoot}/_x: folder made" in told
    objects = assist("journal", "--run", line.split()[0], "--format", "jsonl").photos
    assert {one["schema"] for one in objects} == {"assist.move/1"}


def test_cull_that_is_open_while_its_photos_are_away_takes_no_mark_from_them(assist, shoot, catalog):
    with open_session([shoot], catalog) as session:
        photo = session.photo(shoot / "IMG_1.JPG").path
        session.set_rating(3, on=photo)
        session.note_saved(session.unsaved())
        session.set_rating(4, on=photo)
        assert assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_rejects", "--by", "move").exit_code == 0
        assert session.look_again() == []
        assert session.marked(photo) == Marks(rating=4, flag=Flag.REJECT)
        assert assist("undo", "--last").exit_code == 0
        assert session.look_again() == []
        (unsaved,) = session.unsaved()
        assert unsaved.photo.marks == Marks(rating=4, flag=Flag.REJECT)


def test_mark_given_while_a_photo_is_away_is_there_when_it_comes_back(assist, shoot, catalog):
    with open_session([shoot], catalog) as session:
        photo = session.photo(shoot / "IMG_1.JPG").path
        assert assist("cull", shoot, "--apply", "rejects", "--to", shoot / "_rejects", "--by", "move").exit_code == 0
        session.set_rating(4, on=photo)
        assert assist("undo", "--last").exit_code == 0
        session.look_again()
        assert session.marked(photo) == Marks(rating=4, flag=Flag.REJECT)
