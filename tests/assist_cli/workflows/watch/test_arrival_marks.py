"""Advice goes into sidecars as `sidecars write` would write it; one run a watch and day."""

from __future__ import annotations

import datetime
import re

import pytest

from assist_cli.workflows.watch import arrival_marks
from assist_cli.workflows.watch.arrival_marks import ArrivalMarks
from assist_cli.workflows.watch.growing_shoot import GrowingShoot
from assist_cli.workflows.watch.watch_request import WatchRequest
from index.journal.database import open_journal
from index.journal.journal_path import journal_path
from index.photo.sidecar_place import Style
from weights.registry import DEFAULT_RATING_WEIGHTS


@pytest.fixture
def marks(catalog, shoot, score):
    score(shoot)
    GrowingShoot(catalog, DEFAULT_RATING_WEIGHTS, "auto").revise(list(shoot.iterdir()))
    marks = ArrivalMarks(WatchRequest([shoot], catalog, command="assist watch shoot"), Style.DARKTABLE)
    yield marks
    marks.close()


def photo(shoot, number):
    return shoot / f"IMG_000{number}.JPG"


def runs(catalog):
    with open_journal(journal_path(catalog)) as journal:
        return [(run.command, len(journal.writes_of(run))) for run in journal.runs()]


def test_all_that_a_watch_writes_is_one_run(marks, shoot, catalog):
    for number in range(3):
        marks.write([photo(shoot, number)])
    marks.close()
    assert runs(catalog) == [("assist watch shoot", 3)]
    assert b"Rating" in (shoot / "IMG_0000.JPG.xmp").read_bytes()


def test_the_next_day_is_another_run(marks, shoot, catalog, monkeypatch):
    class Tomorrow(datetime.date):
        @classmethod
        def today(cls):
            return datetime.date.today() + datetime.timedelta(days=1)

    marks.write([photo(shoot, 0)])
    monkeypatch.setattr(arrival_marks, "date", Tomorrow)
    marks.write([photo(shoot, 1)])
    marks.close()
    assert [count for _, count in runs(catalog)] == [1, 1]


def test_what_stands_there_already_is_not_written_again(marks, shoot, catalog):
    marks.write([photo(shoot, 0)])
    marks.write([photo(shoot, 0)])
    marks.close()
    assert [count for _, count in runs(catalog)] == [1]


def test_a_persons_mark_is_left_alone(marks, shoot):
    sidecar = shoot / "IMG_0000.JPG.xmp"
    marks.write([photo(shoot, 0)])
    persons = re.sub(rb'xmp:Rating="[0-5]"', b'xmp:Rating="1"', sidecar.read_bytes())
    sidecar.write_bytes(persons)
    marks.write([photo(shoot, 0)])
    assert b'xmp:Rating="1"' in sidecar.read_bytes()


def test_a_sidecar_that_a_person_deleted_is_not_made_again(marks, shoot):
    marks.write([photo(shoot, 0)])
    (shoot / "IMG_0000.JPG.xmp").unlink()
    marks.write([photo(shoot, 0)])
    assert not (shoot / "IMG_0000.JPG.xmp").exists()


def test_photos_that_went_meanwhile_are_passed_over(marks, shoot):
    photo(shoot, 0).unlink()
    written = marks.write([photo(shoot, 0), photo(shoot, 1)])
    assert [one.photo for one in written.photos] == [photo(shoot, 1)]
    assert marks.write([photo(shoot, 0)]).photos == []
