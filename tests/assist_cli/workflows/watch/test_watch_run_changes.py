"""Photos that are renamed, replaced, deleted or joined by others while they are watched."""

from __future__ import annotations

import os
import shutil

import pytest

from index.catalog.database import open_catalog
from tests.assist_cli.workflows.watch.watched import names_in


def test_a_photo_that_is_replaced_is_scored_again(watch, arrive, judge):
    with watch() as watching:
        arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG")
        arrive("IMG_1.JPG", 2)
        watching.until(lambda: len(watching.ear.names) == 2)
    assert judge.judged == ["IMG_1.JPG"] * 2


def test_a_photo_that_is_renamed_keeps_its_numbers(watch, arrive, judge, catalog):
    with watch() as watching:
        path = arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG")
        path.rename(path.with_name("wedding.jpg"))
        watching.until_scored("wedding.jpg")
        watching.until_calm()
    assert judge.judged == ["IMG_1.JPG"]
    assert names_in(catalog) == ["wedding.jpg"]


def test_what_is_advised_of_a_photo_is_no_news_after_a_rename(watch, arrive):
    with watch() as watching:
        path = arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG")
        watching.until_calm()
        path.rename(path.with_name("wedding.jpg"))
        watching.until_scored("wedding.jpg")
        watching.until_calm()
    assert [one.path.name for one in watching.ear.revisions if one.is_change] == ["IMG_1.JPG"]
    assert watching.ear.revisions[-1].path.name == "wedding.jpg"  # what stands is told all the same


def test_a_photo_that_is_renamed_while_it_is_judged_is_judged_once(watch, arrive, slow_judge, catalog):
    with watch() as watching:
        path = arrive("IMG_1.JPG", 1)
        watching.until(slow_judge.has_read.is_set)
        path.rename(path.with_name("wedding.jpg"))
        slow_judge.may_end.set()
        watching.until_scored("wedding.jpg")
        watching.until_calm()
    assert slow_judge.judged == ["IMG_1.JPG"]
    assert names_in(catalog) == ["wedding.jpg"]
    assert watching.ear.unread_photos == []


def test_a_photo_that_is_deleted_while_it_is_judged_is_no_trouble(watch, arrive, slow_judge, catalog):
    with watch() as watching:
        arrive("stays.jpg", 2)
        path = arrive("IMG_1.JPG", 1)
        watching.until(slow_judge.has_read.is_set)
        path.unlink()
        slow_judge.may_end.set()
        watching.until_scored("stays.jpg")
        watching.until_calm()
    assert names_in(catalog) == ["stays.jpg"]
    assert watching.ear.unread_photos == watching.ear.retried == []


def test_a_photo_that_changes_while_it_is_judged_is_judged_again(watch, arrive, slow_judge, catalog):
    with watch() as watching:
        arrive("IMG_1.JPG", 1)
        watching.until(slow_judge.has_read.is_set)
        path = arrive("IMG_1.JPG", 2, quality=60)
        slow_judge.may_end.set()
        watching.until_scored("IMG_1.JPG")
        watching.until_calm()
    assert slow_judge.judged == ["IMG_1.JPG"] * 2
    with open_catalog(catalog) as opened:
        assert opened.photo_at(path).judged_bytes == path.stat().st_size
    assert len(watching.ear.names) == 1


def test_times_that_a_copy_sets_late_cost_no_second_look(watch, arrive, slow_judge, catalog):
    with watch() as watching:
        path = arrive("IMG_1.JPG", 1)
        watching.until(slow_judge.has_read.is_set)
        os.utime(path, (1_000_000_000, 1_000_000_000))
        slow_judge.may_end.set()
        watching.until_scored("IMG_1.JPG")
        watching.until_calm()
    assert slow_judge.judged == ["IMG_1.JPG"]
    with open_catalog(catalog) as opened:
        assert opened.photo_at(path).stamps[0].mtime_ns == path.stat().st_mtime_ns


@pytest.mark.parametrize("order", [("IMG_1.JPG", "IMG_1.NEF"), ("IMG_1.NEF", "IMG_1.JPG")])
def test_a_raw_and_a_jpeg_become_one_photo_in_either_order(watch, arrive, catalog, order, judge):
    # What is inside the RAW does not matter here: the fake judge opens it as the JPEG that it is.
    with watch() as watching:
        for name in order:
            arrive(name, 1 if name.endswith("JPG") else 2)
            watching.until_calm()
            watching.until(lambda: watching.ear.names)
        watching.until(lambda: len(watching.ear.names) == 2)
        watching.until_calm()
    with open_catalog(catalog) as opened:
        (photo,) = opened.seen_photos()
    assert (photo.path.name, [path.name for path in photo.companions]) == ("IMG_1.JPG", ["IMG_1.NEF"])
    assert judge.judged.count("IMG_1.JPG") == 1


def test_a_deleted_photo_is_noted_as_missing(watch, arrive, catalog):
    with watch() as watching:
        arrive("stays.jpg", 2)
        path = arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG", "stays.jpg")
        path.unlink()
        watching.until(lambda: names_in(catalog) == ["stays.jpg"])


def test_frames_of_a_burst_are_ranked_anew_as_they_come(watch, arrive, inbox, catalog):
    with watch() as watching:
        first = arrive("IMG_1.JPG", 1)
        watching.until(lambda: watching.ear.decisions.get("IMG_1.JPG") == "keeper")
        shutil.copyfile(first, inbox / "IMG_1 copy.JPG")
        watching.until(lambda: watching.ear.decisions.get("IMG_1 copy.JPG") == "reject_candidate")
    revised = [one for one in watching.ear.revisions if one.path == first]
    assert [one.before is None for one in revised] == [True, False]
    with open_catalog(catalog) as opened:
        ids = {photo.path.name: photo.photo_id for photo in opened.seen_photos()}
        kept = opened.decisions.of(ids.values())
    assert kept[ids["IMG_1 copy.JPG"]].decision == "reject_candidate"
