"""Photos that are deleted while their folder is watched."""

from __future__ import annotations

import pytest

from assist_cli.workflows.watch.vanished_arrivals import AT_ONCE, VanishedArrivals
from index.catalog.database import open_catalog


@pytest.fixture
def opened(catalog):
    with open_catalog(catalog) as opened:
        yield opened


@pytest.fixture
def vanished(opened):
    return VanishedArrivals(opened)


def test_a_deleted_photo_is_marked_as_missing(vanished, opened, score, shoot):
    score(shoot)
    path = shoot / "IMG_0000.JPG"
    path.unlink()
    vanished.add([path])
    assert vanished.note() == []
    assert [missing for missing, _ in opened.upkeep.missing_photos()] == [path]
    assert not vanished


def test_one_that_is_there_after_all_is_not(vanished, opened, score, shoot):
    score(shoot)
    vanished.add([shoot / "IMG_0000.JPG", shoot / "never.jpg"])
    vanished.note()
    assert opened.upkeep.missing_photos() == []


def test_what_is_left_of_a_pair_is_judged_in_its_place(vanished, opened, score, shoot):
    raw = shoot / "IMG_0000.NEF"
    raw.write_bytes((shoot / "IMG_0001.JPG").read_bytes())
    score(shoot)
    (shoot / "IMG_0000.JPG").unlink()
    vanished.add([shoot / "IMG_0000.JPG"])
    assert [arrival.path for arrival in vanished.note()] == [raw]
    assert opened.upkeep.missing_photos() == []


def test_they_are_noted_a_few_at_a_time(vanished, shoot):
    vanished.add(shoot / f"{number}.jpg" for number in range(AT_ONCE + 1))
    vanished.note()
    assert len(vanished) == 1
