"""`assist groups` as a person runs it."""

import shutil
import sqlite3

import pytest


@pytest.fixture
def folder(shoot):
    """Five photos that have nothing in common, and a copy of one."""
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001 copy.JPG")
    return shoot


def test_groups_are_told_with_their_evidence_and_photos_alone_are_counted(assist, folder):
    answer = assist("groups", folder)
    assert answer.exit_code == 0
    assert "Duplicates: the same picture data" in answer.out
    assert "IMG_0001.JPG" in answer.out
    assert answer.out.rstrip().endswith("6 photos: 1 set of duplicates; 4 photos in no group")


def test_jsonl_is_one_object_a_group(assist, folder):
    (group,) = assist("groups", folder, "--format", "jsonl").photos
    assert (group["schema"], group["kind"]) == ("assist.group/1", "duplicate")
    assert sorted(group["members"]) == [str(folder / "IMG_0001 copy.JPG"), str(folder / "IMG_0001.JPG")]


def test_group_ids_stay_the_same_from_run_to_run(assist, folder):
    first, again = (assist("groups", folder, "--format", "jsonl").out for _ in range(2))
    assert first == again


def test_sheet_is_one_page_with_pictures_inside(assist, folder, tmp_path):
    answer = assist("groups", folder, "--sheet", tmp_path / "groups.html")
    page = (tmp_path / "groups.html").read_text()
    assert answer.exit_code == 0
    assert "groups.html written" in answer.err
    assert page.count("data:image/jpeg;base64,") == 6
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize("verb", ["groups", "pick"])
@pytest.mark.parametrize("name", ["IMG_0000.JPG", "Lightroom.lrcat", "notes.html"])
def test_sheet_never_replaces_what_is_none_and_nothing_is_judged_before_it_is_refused(
    assist, folder, judge, verb, name
):
    kept = folder / name
    if not kept.exists():
        kept.write_text("precious")
    before = kept.read_bytes()
    answer = assist(verb, folder, "--sheet", kept)
    assert answer.exit_code == 2
    assert "--sheet another name, such as groups.html" in " ".join(answer.err.split())
    assert kept.read_bytes() == before
    assert judge.judged == []


def test_sheet_is_written_again_over_the_earlier_one(assist, folder, tmp_path):
    for _ in range(2):
        assert assist("groups", folder, "--sheet", tmp_path / "groups.html").exit_code == 0


def test_photo_that_cannot_be_read_is_listed_and_the_rest_is_grouped(assist, folder):
    (folder / "IMG_0000.JPG").write_bytes(b"\xff\xd8 no picture")
    answer = assist("groups", folder, "--format", "jsonl")
    assert answer.exit_code == 3
    assert len(answer.photos) == 1
    assert "IMG_0000.JPG" in answer.err


@pytest.mark.parametrize("verb", ["groups", "pick"])
def test_folder_in_which_nothing_can_be_read_is_told_so(assist, tmp_path, verb):
    (tmp_path / "IMG_0000.JPG").write_bytes(b"\xff\xd8 no picture")
    answer = assist(verb, tmp_path)
    assert answer.exit_code == 3
    assert answer.out.strip() == "No photo could be read."


def test_catalogue_locked_by_another_run_is_told_in_a_line(assist, folder, catalog, monkeypatch):
    assert assist("groups", folder).exit_code == 0
    monkeypatch.setattr("index.catalog.database.BUSY_TIMEOUT_S", 0.1)
    monkeypatch.setattr("index.catalog.database.open_catalog.__kwdefaults__", {"busy_timeout_s": 0.1})
    (folder / "IMG_0009.JPG").write_bytes((folder / "IMG_0002.JPG").read_bytes() + b"\0")
    holder = sqlite3.connect(catalog, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        answer = assist("groups", folder)
    finally:
        holder.close()
    assert answer.exit_code == 1
    assert "another process" in answer.err
    assert "Traceback" not in answer.err
