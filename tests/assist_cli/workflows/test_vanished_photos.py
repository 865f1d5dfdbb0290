"""A library that changes under us: what moved keeps everything, what vanished is marked, what may come back stays."""

import shutil
from dataclasses import replace

import pytest

from assist_cli.workflows import judging_desk
from assist_cli.workflows.export_photos import known_photos
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from index.catalog.database import open_catalog

LITE = "lite0@0123456789ab"


@pytest.fixture
def library(catalog, judge, monkeypatch):
    """The catalogue after each run, by name: what is known, and which are missing."""
    judge.embedder = LITE
    monkeypatch.setattr(judging_desk, "embedder_stamp", lambda: LITE)

    class Library:
        vanished = 0

        def score(self, *paths, **options):
            judge.judged.clear()
            progress = Progress()
            list(score_photos(ScoreRequest(paths, catalog, **options), progress, lambda _progress: None))
            self.vanished = progress.vanished
            return judge.judged

        def known(self):
            with open_catalog(catalog) as opened:
                return {seen.path: opened.photo_at(seen.path) for seen in opened.seen_photos(missing=True)}

        def missing(self):
            with open_catalog(catalog) as opened:
                return [path.name for path, _since in opened.upkeep.missing_photos()]

        def seen(self):
            with open_catalog(catalog) as opened:
                return [seen.path.name for seen in opened.seen_photos()]

    return Library()


def everything_but_names(photo):
    """All that was said of a photo, and how it looks."""
    return photo.ratings, photo.assessments, photo.glance, photo.embeddings, photo.record.asset_id


def test_a_renamed_photo_keeps_its_glance_and_its_embedding(library, shoot):
    library.score(shoot)
    before = library.known()[shoot / "IMG_0001.JPG"]
    (shoot / "IMG_0001.JPG").rename(shoot / "wedding.jpg")
    assert library.score(shoot) == []
    after = library.known()
    assert everything_but_names(after[shoot / "wedding.jpg"]) == everything_but_names(before)
    assert before.glance
    assert before.embeddings
    assert shoot / "IMG_0001.JPG" not in after
    assert (library.missing(), library.vanished) == ([], 0)


def test_a_photo_moved_to_another_folder_is_known_there_alone(library, shoot):
    library.score(shoot)
    (shoot / "best").mkdir()
    (shoot / "IMG_0001.JPG").rename(shoot / "best" / "IMG_0001.JPG")
    assert library.score(shoot / "best") == []
    assert len(library.known()) == 5
    assert library.score(shoot) == []
    assert library.missing() == []


def test_a_renamed_pair_stays_one_photo_with_all_that_was_said(library, shoot):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001.NEF")
    library.score(shoot)
    before = library.known()[shoot / "IMG_0001.JPG"]
    for suffix in ("JPG", "NEF"):
        (shoot / f"IMG_0001.{suffix}").rename(shoot / f"wedding.{suffix}")
    assert library.score(shoot) == []
    after = library.known()
    assert len(after) == 5
    assert after[shoot / "wedding.JPG"].record.companions == (shoot / "wedding.NEF",)
    assert everything_but_names(after[shoot / "wedding.JPG"]) == everything_but_names(before)


def test_a_folder_renamed_inside_the_scanned_one_is_known_by_its_new_name_alone(library, shoot, tmp_path):
    day = tmp_path / "library" / "day"
    day.parent.mkdir()
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001.NEF")
    shoot.rename(day)
    library.score(day.parent)
    before = library.known()
    renamed = day.rename(day.parent / "wedding")
    assert library.score(day.parent) == []
    after = library.known()
    assert sorted(after) == sorted(renamed / path.name for path in before)
    for path, photo in before.items():
        assert everything_but_names(after[renamed / path.name]) == everything_but_names(photo)
    assert after[renamed / "IMG_0001.JPG"].record.companions == (renamed / "IMG_0001.NEF",)
    assert (library.missing(), library.vanished) == ([], 0)


def test_a_renamed_folder_that_was_scanned_by_itself_first_loses_its_old_name_with_the_next_scan_above(
    library, shoot, tmp_path
):
    library.score(shoot)
    renamed = shoot.rename(tmp_path / "wedding")
    assert library.score(renamed) == []
    assert len(library.known()) == 10  # the old folder may be on a disk that is not plugged in
    assert library.score(tmp_path) == []
    assert {path.parent for path in library.known()} == {renamed}


def test_a_copy_leaves_both_known(library, shoot):
    library.score(shoot)
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "copy.jpg")
    assert library.score(shoot) == []
    known = library.known()
    assert everything_but_names(known[shoot / "copy.jpg"]) == everything_but_names(known[shoot / "IMG_0001.JPG"])
    assert library.score(shoot) == []
    assert len(library.known()) == 6


def test_a_deleted_photo_is_marked_keeps_its_scores_and_is_left_out(library, shoot, catalog):
    library.score(shoot)
    before = library.known()[shoot / "IMG_0002.JPG"]
    (shoot / "IMG_0002.JPG").unlink()
    library.score(shoot)
    assert library.vanished == 1
    assert library.missing() == ["IMG_0002.JPG"]
    marked = library.known()[shoot / "IMG_0002.JPG"]
    assert replace(marked, missing_since=None) == before
    assert "IMG_0002.JPG" not in library.seen()
    with known_photos([shoot], catalog) as listed:
        assert len(list(listed.photos)) == 4
        assert listed.gone == 1
    library.score(shoot)
    assert library.vanished == 0
    assert library.known()[shoot / "IMG_0002.JPG"] == marked


def test_a_photo_that_comes_back_is_missing_no_more(library, shoot, tmp_path):
    library.score(shoot)
    away = (shoot / "IMG_0002.JPG").rename(tmp_path / "away.jpg")
    library.score(shoot)
    away.rename(shoot / "IMG_0002.JPG")
    assert library.score(shoot) == []
    assert library.missing() == []
    assert len(library.seen()) == 5


def test_a_missing_photo_seen_under_another_name_moves_there(library, shoot, tmp_path):
    library.score(shoot)
    away = (shoot / "IMG_0002.JPG").rename(tmp_path / "away.jpg")
    library.score(shoot)
    away.rename(shoot / "found.jpg")
    assert library.score(shoot) == []
    assert library.missing() == []
    assert shoot / "IMG_0002.JPG" not in library.known()


def test_a_missing_photo_that_comes_back_to_another_folder_keeps_no_mark(library, shoot, tmp_path):
    library.score(shoot)
    away = (shoot / "IMG_0002.JPG").rename(tmp_path / "away.jpg")
    library.score(shoot)
    assert library.score(away) == []
    assert list(library.known()).count(away) == 1
    assert library.missing() == []


@pytest.mark.parametrize("absence", ["gone", "empty"])
def test_nothing_is_marked_where_a_disk_may_not_be_plugged_in(library, shoot, draw_photo, absence):
    photo = draw_photo(shoot / "drive" / "IMG_0009.JPG", seed=9)
    library.score(shoot)
    photo.unlink()
    if absence == "gone":
        photo.parent.rmdir()
    library.score(shoot)
    assert (library.missing(), library.vanished) == ([], 0)
    assert len(library.seen()) == 6


def test_nothing_is_marked_where_the_folder_may_not_be_looked_into(library, shoot, monkeypatch):
    library.score(shoot)
    (shoot / "IMG_0002.JPG").unlink()

    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("assist_cli.workflows.file_stamps.os.scandir", refuse)
    library.score(shoot / "IMG_0000.JPG", shoot)
    assert library.missing() == []


def test_photos_elsewhere_are_left_alone(library, shoot, tmp_path, draw_photo):
    other = draw_photo(tmp_path / "shoot-2" / "a.jpg", 8)
    draw_photo(tmp_path / "shoot-2" / "b.jpg", 9)
    library.score(tmp_path)
    other.unlink()
    library.score(shoot)
    library.score(shoot / "IMG_0001.JPG")
    assert library.missing() == []


def test_a_run_that_is_limited_marks_only_what_is_gone(library, shoot):
    library.score(shoot)
    (shoot / "IMG_0004.JPG").unlink()
    library.score(shoot, limit=1)
    assert library.missing() == ["IMG_0004.JPG"]


def test_the_raw_left_of_a_pair_takes_its_place(library, shoot):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001.NEF")
    library.score(shoot)
    (shoot / "IMG_0001.JPG").unlink()
    library.score(shoot)
    assert "IMG_0001.NEF" in library.seen()
    assert (library.missing(), len(library.known())) == ([], 5)
