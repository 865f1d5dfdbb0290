"""A RAW and what the camera made of it: one photo, whatever its files are called and which of them can be read."""

import errno
import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from index.catalog.database import open_catalog
from index.photo.errors import FailureKind


@pytest.fixture
def broken_pair(tmp_path, draw_photo):
    """A truncated JPEG beside the whole RAW of the same frame."""
    folder = tmp_path / "pair"
    jpeg, raw = draw_photo(folder / "DSC_0001.JPG", 1), draw_photo(folder / "DSC_0001.NEF", 2)
    jpeg.write_bytes(jpeg.read_bytes()[:900])
    return jpeg, raw


def names(outcomes):
    return [outcome.path.name for outcome in outcomes]


def test_a_raw_beside_its_jpeg_is_one_photo_and_watched_too(score, judge, shoot):
    shutil.copy(shoot / "IMG_0000.JPG", shoot / "IMG_0000.NEF")
    score(shoot)
    judge.judged.clear()
    os.utime(shoot / "IMG_0000.NEF", ns=(1, 1))
    outcomes = score(shoot)
    assert len(outcomes) == 5
    assert outcomes[0].record.companions == (shoot / "IMG_0000.NEF",)


def test_a_raw_of_another_day_beside_a_jpeg_of_its_name_is_a_photo_of_its_own(catalog, judge, tmp_path, draw_photo):
    for name, year in (("IMG_0001.JPG", 2024), ("IMG_0001.NEF", 2026)):
        exif = Image.Exif()
        exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = f"{year}:06:01 10:00:00"
        draw_photo(tmp_path / "card" / name, seed=year, exif=exif)
    for expected in (["scored"] * 2, ["cached"] * 2):
        progress = Progress()
        request = ScoreRequest([tmp_path / "card"], catalog)
        with closing(score_photos(request, progress, lambda _progress: None)) as outcomes:
            photos = list(outcomes)
        assert names(photos) == ["IMG_0001.JPG", "IMG_0001.NEF"]
        assert ["cached" if photo.cached else "scored" for photo in photos] == expected
        assert [photo.record.companions for photo in photos] == [(), ()]
        assert (progress.total, progress.done) == (2, 2)
    assert sorted(judge.judged) == ["IMG_0001.JPG", "IMG_0001.NEF"]


def test_a_broken_jpeg_beside_a_whole_raw_is_listed_in_every_run_and_the_raw_is_judged_once(score, judge, broken_pair):
    jpeg, raw = broken_pair
    for is_cached in (False, True, True):
        photo, failure = score(jpeg.parent)
        assert (photo.path, photo.cached, photo.record.companions) == (raw, is_cached, (jpeg,))
        assert (failure.path, failure.kind) == (jpeg, FailureKind.TRUNCATED)
        assert failure.hint
    assert judge.judged == ["DSC_0001.NEF"]


@pytest.mark.usefixtures("judge")
def test_a_file_that_is_unreadable_beside_a_readable_one_counts_as_one_failure(catalog, broken_pair):
    for expected in ((2, 1, 0, 1), (2, 0, 1, 1)):
        progress = Progress()
        request = ScoreRequest([broken_pair[0].parent], catalog)
        with closing(score_photos(request, progress, lambda _progress: None)) as outcomes:
            list(outcomes)
        assert (progress.total, progress.scored, progress.cached, progress.failed) == expected
        assert progress.done == progress.total


def test_where_no_file_of_a_pair_can_be_read_each_is_listed(score, broken_pair):
    jpeg, raw = broken_pair
    raw.write_bytes(b"")
    failures = score(jpeg.parent)
    assert [(failure.path, failure.kind) for failure in failures] == [
        (jpeg, FailureKind.TRUNCATED),
        (raw, FailureKind.EMPTY),
    ]


def test_an_empty_raw_beside_a_whole_jpeg_is_listed_in_every_run(score, shoot):
    (shoot / "IMG_0000.NEF").touch()
    for is_cached in (False, True):
        photo, failure, *_others = score(shoot)
        assert (photo.path.name, photo.cached) == ("IMG_0000.JPG", is_cached)
        assert (failure.path.name, failure.kind) == ("IMG_0000.NEF", FailureKind.EMPTY)


def test_a_mended_jpeg_takes_the_place_of_its_raw(score, broken_pair, draw_photo, catalog):
    jpeg, raw = broken_pair
    score(jpeg.parent)
    draw_photo(jpeg, 1)
    (photo,) = score(jpeg.parent)
    assert (photo.path, photo.record.companions) == (jpeg, (raw,))
    with open_catalog(catalog) as kept:
        assert [known.record.path for known in kept.photos_under([jpeg.parent])] == [jpeg]


def test_a_companion_that_may_be_read_again_is_no_longer_listed(score, broken_pair, draw_photo, monkeypatch):
    jpeg, raw = broken_pair
    draw_photo(jpeg, 1)
    really_open = Path.open

    def refuse(asked, *arguments, **options):
        if asked == jpeg:
            raise PermissionError(errno.EACCES, "Permission denied")
        return really_open(asked, *arguments, **options)

    with monkeypatch.context() as forbidden:
        forbidden.setattr(Path, "open", refuse)
        photo, failure = score(jpeg.parent)
    assert (photo.path, failure.kind) == (raw, FailureKind.PERMISSION)
    (photo,) = score(jpeg.parent)
    assert photo.path == jpeg


def test_a_touched_jpeg_tells_that_its_raw_was_emptied_since(score, judge, shoot):
    shutil.copy(shoot / "IMG_0000.JPG", shoot / "IMG_0000.NEF")
    score(shoot)
    judge.judged.clear()
    (shoot / "IMG_0000.NEF").write_bytes(b"")
    photo, failure, *_others = score(shoot)
    assert (photo.cached, failure.path.name, failure.kind) == (True, "IMG_0000.NEF", FailureKind.EMPTY)
    assert judge.judged == []


@pytest.mark.parametrize("first", ["IMG_0000.JPG", "IMG_0000.NEF", ""])
def test_a_pair_is_one_photo_whichever_way_it_is_named(score, judge, shoot, catalog, first):
    shutil.copy(shoot / "IMG_0000.JPG", shoot / "IMG_0000.NEF")
    whole = (shoot / "IMG_0000.JPG", (shoot / "IMG_0000.NEF",))
    judge.judged.clear()
    for name in (first, "IMG_0000.JPG", "IMG_0000.NEF"):
        photo = score(shoot / name)[0]
        assert (photo.path, photo.record.companions) == whole
    assert judge.judged.count("IMG_0000.JPG") == 1
    with open_catalog(catalog) as kept:
        known = [stored.record for stored in kept.photos_under([shoot / "IMG_0000.NEF"])]
    assert [(record.path, record.companions) for record in known] == [whole]


@pytest.mark.parametrize("name", ["IMG_0001.JPG", "IMG_0001.NEF"])
def test_of_two_photos_that_only_share_their_name_the_named_one_is_scored(score, judge, tmp_path, draw_photo, name):
    for file, year in (("IMG_0001.JPG", 2024), ("IMG_0001.NEF", 2026)):
        exif = Image.Exif()
        exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = f"{year}:06:01 10:00:00"
        draw_photo(tmp_path / "card" / file, seed=year, exif=exif)
    assert names(score(tmp_path / "card" / name)) == [name]
    assert judge.judged == [name]
