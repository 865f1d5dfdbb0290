"""`assist pick` as a person runs it."""

import shutil

import pytest


@pytest.fixture
def folder(shoot):
    """Five photos that have nothing in common, and a copy of one."""
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001 copy.JPG")
    return shoot


def decisions(answer):
    return {photo["path"].rpartition("/")[2]: photo["decision"] for photo in answer.photos}


def test_each_photo_is_one_object_and_single_ones_are_kept(assist, folder):
    answer = assist("pick", folder, "--format", "jsonl")
    assert answer.exit_code == 0
    told = decisions(answer)
    assert len(told) == 6
    assert sorted(told.values()).count("keeper") == 5
    (copy,) = (photo for photo in answer.photos if photo["decision"] == "reject_candidate")
    assert "the same picture data" in copy["reasons"][0]
    assert copy["better"]


def test_number_asked_for_is_kept_and_the_rest_are_alternates(assist, folder):
    told = decisions(assist("pick", folder, "--keep", "2", "--format", "jsonl"))
    assert sorted(told.values()).count("keeper") == 2
    assert "reject_candidate" not in {told[f"IMG_{number:04d}.JPG"] for number in (0, 2, 3, 4)}


def test_table_ends_with_the_counts_and_says_that_nothing_was_changed(assist, folder):
    assert "No photo was changed." in assist("pick", folder).out
    told = " ".join(assist("pick", folder, "--keep", "2").out.split())
    assert told.endswith("2 of 2 asked for, from 2 of 5 moments.")


@pytest.mark.parametrize(
    "wrong", [("--keep", "some"), ("--keep", "120%"), ("--per-moment", "2"), ("--keep", "-3"), ("--keep", "0")]
)
def test_number_that_is_none_is_wrong_usage(assist, folder, wrong):
    answer = assist("pick", folder, *wrong)
    assert answer.exit_code == 2
    assert "--keep 40" in answer.err or "No such option" in answer.err


def test_sheet_tells_ranks_and_reasons(assist, folder, tmp_path):
    assert assist("pick", folder, "--sheet", tmp_path / "picks.html").exit_code == 0
    page = (tmp_path / "picks.html").read_text()
    assert "Keeper" in page
    assert "the same picture data" in page


def test_photo_folders_are_never_written_into(assist, folder):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assist("pick", folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
