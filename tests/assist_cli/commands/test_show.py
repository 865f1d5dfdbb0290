"""`assist show`."""

import shutil

from assist_cli.settings import Settings
from assist_cli.workflows.show_photo import show_photo
from tests.assist_cli.fake_judge import BUGGY_NAME
from weights.registry import DEFAULT_RATING_WEIGHTS, bundled_entries


def test_a_photo_that_was_never_scored_is_judged_now(assist, shoot, judge):
    answer = assist("show", shoot / "IMG_0001.JPG")
    assert answer.exit_code == 0
    assert judge.judged == ["IMG_0001.JPG"]
    assert "IMG_0001.JPG" in answer.out
    assert "The focus is" in answer.out


def test_a_known_photo_is_told_from_the_catalogue(assist, shoot, judge):
    assist("score", shoot)
    judge.judged.clear()
    assert assist("show", shoot / "IMG_0001.JPG").exit_code == 0
    assert judge.judged == []


def test_the_page_ends_with_how_the_photo_might_be_cropped(assist, shoot):
    last = assist("show", shoot / "IMG_0001.JPG").out.rpartition("\n\n")[2]
    assert last.startswith("Crop: ")


def test_showing_makes_no_catalogue_and_writes_into_none(assist, shoot, catalog):
    assist("show", shoot / "IMG_0001.JPG")
    assert not catalog.parent.exists()
    assist("score", shoot / "IMG_0000.JPG")
    before = catalog.read_bytes()
    assist("show", shoot / "IMG_0001.JPG")
    assert catalog.read_bytes() == before
    assert list(catalog.parent.iterdir()) == [catalog]


def test_a_renamed_photo_is_told_from_the_catalogue(assist, shoot, judge):
    assist("score", shoot)
    judge.judged.clear()
    (shoot / "IMG_0001.JPG").rename(shoot / "wedding.jpg")
    assert "wedding.jpg" in assist("show", shoot / "wedding.jpg").out
    assert judge.judged == []


def test_a_jpeg_named_without_its_raw_is_told_with_it(assist, shoot, catalog, judge):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001.NEF")
    assist("score", shoot)
    judge.judged.clear()
    outcome = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    assert outcome.record.companions == (shoot / "IMG_0001.NEF",)
    assert judge.judged == []


def test_a_pair_that_was_never_scored_is_told_as_one_photo_by_either_name(shoot, catalog, judge):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001.NEF")
    for name in ("IMG_0001.JPG", "IMG_0001.NEF"):
        outcome = show_photo(shoot / name, Settings(catalog))
        assert (outcome.path, outcome.record.companions) == (shoot / "IMG_0001.JPG", (shoot / "IMG_0001.NEF",))
    assert judge.judged == ["IMG_0001.JPG"] * 2


def test_the_chosen_weights_are_told_from_the_catalogue_or_judged_now(assist, shoot, judge, other_weights):
    photo = shoot / "IMG_0001.JPG"
    assist("score", shoot)
    judge.assessed.clear()
    assert f"({other_weights})" in assist("show", photo, "--weights", other_weights).out
    assert judge.assessed == []
    assist("score", shoot, "--weights", other_weights)
    judge.judged.clear()
    assert f"({other_weights})" in assist("show", photo, "--weights", other_weights).out
    assert f"({DEFAULT_RATING_WEIGHTS})" in assist("show", photo).out
    assert judge.judged == []


def test_a_photo_that_only_other_weights_rated_is_told_as_these_did(assist, shoot, judge, other_weights):
    assist("score", shoot, "--weights", other_weights)
    judge.judged.clear()
    assert f"({other_weights})" in assist("show", shoot / "IMG_0001.JPG").out
    assert judge.judged == []


def test_a_photo_that_only_weights_now_gone_rated_is_judged_by_the_default_ones(
    assist, shoot, judge, other_weights, monkeypatch
):
    assist("score", shoot, "--weights", other_weights)
    judge.judged.clear()
    monkeypatch.setattr("weights.registry.bundled_entries", bundled_entries)
    assert f"({DEFAULT_RATING_WEIGHTS})" in assist("show", shoot / "IMG_0001.JPG").out
    assert judge.judged == ["IMG_0001.JPG"]


def test_a_catalogue_that_is_not_ours_ends_with_1(assist, shoot, tmp_path):
    foreign = tmp_path / "notes.db"
    foreign.write_text("somebody else's")
    assert assist("show", shoot / "IMG_0001.JPG", "--catalog", foreign).exit_code == 1


def test_a_bug_in_the_photo_is_told_like_an_unreadable_one(assist, shoot, draw_photo):
    assert assist("show", draw_photo(shoot / BUGGY_NAME)).exit_code == 3


def test_an_unreadable_photo_ends_with_3_and_says_why(assist, shoot):
    (shoot / "IMG_0001.JPG").write_bytes(b"")
    answer = assist("show", shoot / "IMG_0001.JPG")
    assert answer.exit_code == 3
    assert answer.out == ""
    assert "empty" in answer.err


def test_a_broken_jpeg_beside_a_whole_raw_shows_the_raw_and_ends_with_3(assist, shoot):
    (shoot / "IMG_0001.JPG").rename(shoot / "IMG_0001.NEF")
    (shoot / "IMG_0001.JPG").touch()
    assist("score", shoot)
    for name in ("IMG_0001.JPG", "IMG_0001.NEF"):
        answer = assist("show", shoot / name)
        assert answer.exit_code == 3
        assert "IMG_0001.NEF" in answer.out
        assert "empty" in answer.err


def test_a_folder_is_wrong_usage(assist, shoot):
    answer = assist("show", shoot)
    assert answer.exit_code == 2
    assert "assist score" in answer.err


def test_a_text_file_is_called_no_photo_rather_than_a_damaged_one(assist, tmp_path):
    (tmp_path / "README.md").write_text("# Our holidays")
    answer = assist("show", tmp_path / "README.md")
    assert answer.exit_code == 3
    assert "no photo of a kind that we read" in answer.err
    assert "damaged" not in answer.err
