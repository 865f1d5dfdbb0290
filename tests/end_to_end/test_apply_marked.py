"""Picks and rejects go to a folder and come back: nothing is lost, and our marks stay ours."""

from __future__ import annotations

import pytest
from PIL import Image

from assist_cli.workflows.cull.open_session import open_session
from index.catalog.database import open_catalog
from index.photo.marks import Flag, Marks
from tests.end_to_end.rejected_shoot import ODD, facts_of, rejected_shoot


@pytest.fixture
def shoot(tmp_path, catalog):
    return rejected_shoot(tmp_path / "shoot", catalog)


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


def test_nothing_chosen_makes_nothing(assist, shoot):
    answer = assist("cull", shoot, "--apply", "picks", "--to", shoot / "_x")
    assert (answer.exit_code, answer.err) == (0, "nothing to do: no photo here is picked\n")
    assert not (shoot / "_x").exists()


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
