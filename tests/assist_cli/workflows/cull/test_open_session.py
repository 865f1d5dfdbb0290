"""From a folder to a session: what the catalogue knows is there at once."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from assist_cli.failures import AssistError
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.sorts import find_sort
from assist_cli.workflows.pick_shoot import pick_shoot
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from index.catalog.database import open_catalog
from index.catalog.people_marks import PersonsMarks
from index.photo.errors import FailureKind
from index.photo.marks import NO_MARKS, Flag, Marks
from scoring.groups.group import GroupKind
from scoring.ranking.picks.choice import Decision


def people_said(catalog, path, marks, asset_id=""):
    with open_catalog(catalog) as opened:
        opened.people.store([PersonsMarks(path, asset_id, marks, "cull", datetime.now(UTC))])


def test_a_folder_that_nobody_scored_is_culled_by_name(catalog, shoot):
    with open_session([shoot], catalog) as session:
        assert [photo.path.name for photo in session.visible] == [f"IMG_{number:04d}.JPG" for number in range(5)]
        assert session.sort.name == "name"
        assert session.counts().unscored == 5
        assert session.current.asset_id is None


def test_what_was_picked_before_is_there_without_a_look_at_the_photos(catalog, shoot, judge):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001 copy.JPG")
    pick_shoot(ShootRequest([shoot], catalog), None, Progress(), lambda _progress: None)
    judged = list(judge.judged)
    with open_session([shoot], catalog) as session:
        copy = session.photo(shoot / "IMG_0001 copy.JPG")
        assert copy.advice.decision is Decision.REJECT_CANDIDATE
        assert copy.advice.kind is GroupKind.DUPLICATE
        assert copy.size_px == (64, 48)
        assert copy.asset_id == session.photo(shoot / "IMG_0001.JPG").asset_id
        assert copy.scored is None
    assert judge.judged == judged


def test_a_photo_that_changed_since_is_as_good_as_unknown(catalog, shoot, score, draw_photo):
    score(shoot)
    draw_photo(shoot / "IMG_0002.JPG", seed=77)
    os.utime(shoot / "IMG_0002.JPG", ns=(1, 1))
    with open_session([shoot], catalog) as session:
        known = [photo.path.name for photo in session.photos if photo.asset_id]
        assert "IMG_0002.JPG" not in known
        assert len(known) == 4


def test_marks_are_found_by_name_and_after_a_rename_by_the_picture(catalog, shoot, score):
    outcomes = score(shoot)
    people_said(catalog, shoot / "IMG_0001.JPG", Marks(flag=Flag.PICK))
    people_said(catalog, shoot / "old.JPG", Marks(rating=4), outcomes[2].record.asset_id)
    with open_session([shoot], catalog) as session:
        assert session.marked(shoot / "IMG_0001.JPG") == Marks(flag=Flag.PICK)
        assert session.marked(shoot / "IMG_0002.JPG") == Marks(rating=4)
        assert session.marked(shoot / "IMG_0000.JPG") == NO_MARKS


def test_marks_outlive_the_session(catalog, shoot):
    with open_session([shoot], catalog) as session:
        session.set_flag(Flag.REJECT)
    with open_session([shoot], catalog) as session:
        assert session.marked(shoot / "IMG_0000.JPG") == Marks(flag=Flag.REJECT)


def test_raw_and_jpeg_are_one_photo_and_share_its_marks(catalog, shoot):
    (shoot / "IMG_0000.NEF").write_bytes(b"raw")
    people_said(catalog, shoot / "IMG_0000.NEF", Marks(rating=2))
    with open_session([shoot], catalog) as session:
        assert len(session.photos) == 5
        assert session.current.files == (shoot / "IMG_0000.JPG", shoot / "IMG_0000.NEF")
        assert session.current.marks == Marks(rating=2)
        session.set_rating(3, stay=True)
    with open_session([shoot], catalog) as session:
        assert session.current.marks == Marks(rating=3)


def test_what_cannot_be_a_photo_is_there_with_its_trouble(catalog, shoot):
    (shoot / "IMG_0009.JPG").symlink_to(shoot / "nowhere.JPG")
    with open_session([shoot], catalog) as session:
        assert session.photos[-1].trouble.kind is FailureKind.MISSING


def taken_at(moment):
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = moment
    return exif


def test_photos_are_culled_in_the_order_of_time_where_that_is_known_of_all(catalog, tmp_path, draw_photo, score):
    folder = tmp_path / "two cameras"
    draw_photo(folder / "A.JPG", 1, exif=taken_at("2026:11:20 12:00:00"))
    draw_photo(folder / "B.JPG", 2, exif=taken_at("2026:11:20 11:00:00"))
    score(folder)
    with open_session([folder], catalog) as session:
        assert [photo.path.name for photo in session.visible] == ["B.JPG", "A.JPG"]
    draw_photo(folder / "C.JPG", 3)
    with open_session([folder], catalog) as session:
        assert [photo.path.name for photo in session.visible] == ["A.JPG", "B.JPG", "C.JPG"]


def test_another_order_may_be_asked_for(catalog, shoot):
    with open_session([shoot], catalog, find_sort("score")) as session:
        assert session.sort.name == "score"


def test_a_folder_without_photos_is_refused(catalog, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(AssistError, match="no photos"), open_session([tmp_path / "empty"], catalog):
        pass
