"""Photos that arrive are scored, each once, whatever happens to them on the way."""

from __future__ import annotations

import os
import shutil
import time

import pytest

from assist_cli.interrupts import Interrupted, StopSignals
from assist_cli.workflows.watch import progress_mark
from assist_cli.workflows.watch.watch_request import Mode
from index.catalog.database import Catalog, open_catalog
from index.catalog.errors import DiskFullError, LockedCatalogError
from index.photo.errors import FailureKind
from tests.assist_cli.workflows.watch.watched import names_in


def test_a_photo_that_arrives_is_scored_stored_and_told(watch, arrive, catalog, judge):
    with watch() as watching:
        arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG")
        assert names_in(catalog) == ["IMG_1.JPG"]
    (arrived,) = watching.ear.scored_photos
    assert arrived.latency_s is not None
    assert not arrived.photo.cached
    assert judge.judged == ["IMG_1.JPG"]
    assert watching.ear.totals.scored == 1


def test_what_is_there_already_is_left_alone(watch, arrive, judge):
    arrive("old.jpg", 1)
    os.utime(arrive("old.jpg", 1), (1, 1))
    with watch() as watching:
        arrive("new.jpg", 2)
        watching.until_scored("new.jpg")
    assert judge.judged in (["new.jpg"], ["old.jpg", "new.jpg"])  # its ctime may be of the very moment of the start


def test_what_is_there_already_comes_first_if_asked(watch, arrive, judge):
    arrive("old.jpg", 1)
    with watch(initial=True) as watching:
        watching.until_scored("old.jpg")
    assert watching.ear.scored_photos[0].latency_s is None
    assert judge.judged == ["old.jpg"]


def test_a_second_watch_goes_on_where_the_first_was(watch, arrive, judge):
    with watch() as first:
        arrive("during.jpg", 1)
        first.until_scored("during.jpg")
        first.until_calm()
    arrive("between.jpg", 2)
    with watch() as second:
        second.until_scored("between.jpg")
        second.until_calm()
    assert judge.judged == ["during.jpg", "between.jpg"]


def test_a_folder_that_was_moved_here_between_two_watches_is_scored_and_what_was_left_alone_stays_so(
    watch, arrive, inbox, tmp_path, judge, monkeypatch
):
    monkeypatch.setattr(progress_mark, "SKEW_S", 0)
    arrive("card 1/left alone.jpg", 1)
    arrive("card 2/old.jpg", 2, folder=tmp_path / "elsewhere")
    time.sleep(0.05)  # the clock of a file system goes in steps of some milliseconds
    with watch() as first:
        first.until_calm()
    (tmp_path / "elsewhere" / "card 2").rename(inbox / "card 2")
    arrive("card 1/new.jpg", 3)
    with watch() as second:
        second.until_scored("old.jpg", "new.jpg")
        second.until_calm()
    assert sorted(judge.judged) == ["new.jpg", "old.jpg"]


def test_a_watch_that_was_killed_while_it_took_what_was_there_first_loses_nothing_that_came(
    watch, arrive, judge, monkeypatch
):
    with monkeypatch.context() as killed:
        killed.setattr(progress_mark.ProgressMark, "all_dealt_with", lambda _: None)
        with watch(initial=True):
            pass
    arrive("between.jpg", 1)
    time.sleep(0.05)
    with watch() as second:
        second.until_scored("between.jpg")
    assert judge.judged == ["between.jpg"]


def test_a_known_photo_that_was_there_is_told_as_known_if_asked(watch, arrive, judge, score, inbox):
    arrive("known.jpg", 1)
    score(inbox)
    with watch(initial=True) as watching:
        watching.until_scored("known.jpg")
    assert [arrived.photo.cached for arrived in watching.ear.scored_photos] == [True]
    assert judge.judged == ["known.jpg"]


def test_photos_in_folders_that_come_are_scored(watch, arrive, inbox, tmp_path):
    with watch() as watching:
        arrive("a/b/c/deep.jpg", 1)
        arrive("moved.jpg", 2, folder=tmp_path / "card")
        (tmp_path / "card").rename(inbox / "card")
        watching.until_scored("deep.jpg", "moved.jpg")


def test_a_name_that_is_for_now_waits_for_the_rename(watch, arrive, judge):
    with watch() as watching:
        part = arrive("IMG_1.JPG.part", 1)
        arrive(".IMG_3.JPG.Xa1", 3)
        arrive("IMG_2.JPG", 2)
        watching.until_scored("IMG_2.JPG")
        part.rename(part.with_suffix(""))
        watching.until_scored("IMG_1.JPG")
    assert sorted(judge.judged) == ["IMG_1.JPG", "IMG_2.JPG"]


def test_half_a_photo_is_not_judged(watch, arrive, inbox):
    whole = arrive("whole.jpg", 1).read_bytes()
    (inbox / "whole.jpg").unlink()
    with watch() as watching, (inbox / "slow.jpg").open("wb") as file:
        for start in range(0, len(whole), 1000):
            file.write(whole[start : start + 1000])
            file.flush()
        file.flush()
        (inbox / "cut.jpg").write_bytes(whole[: len(whole) // 2])
        arrive("other.jpg", 2)
        watching.until_scored("other.jpg")
        assert "cut.jpg" not in watching.ear.names
        (inbox / "cut.jpg").write_bytes(whole)
        file.close()
        watching.until_scored("cut.jpg", "slow.jpg")
        watching.until_calm()
    assert watching.ear.unread_photos == []


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


def test_a_photo_that_may_not_be_read_for_a_while_is_tried_again(watch, arrive, locked_judge, catalog):
    with watch() as watching:
        arrive("locked.jpg", 1)
        watching.until_scored("locked.jpg")
        watching.until_calm()
    assert locked_judge.tries == 3
    assert [photo.kind for photo in watching.ear.retried] == [FailureKind.PERMISSION]  # told once, not each time
    assert watching.ear.unread_photos == watching.ear.unread_at_the_end == []
    assert names_in(catalog) == ["locked.jpg"]


@pytest.mark.parametrize("trouble", [LockedCatalogError, DiskFullError])
def test_photos_wait_while_the_catalogue_cannot_be_written(watch, arrive, catalog, judge, monkeypatch, trouble):
    failures, store = [], Catalog.store

    def held(self, photos, gone=()):
        if photos and len(failures) < 2:
            failures.append(trouble(catalog))
            raise failures[-1]
        store(self, photos, gone)

    monkeypatch.setattr(Catalog, "store", held)
    with watch() as watching:
        arrive("one.jpg", 1)
        arrive("two.jpg", 2)
        watching.until_scored("one.jpg", "two.jpg")
        watching.until_calm()
    assert len(failures) == 2
    assert sorted(judge.judged) == names_in(catalog) == ["one.jpg", "two.jpg"]
    assert len(watching.ear.scored_photos) == 2
    assert ["photos wait" in words for words in watching.ear.troubles] == [True]  # told once, not each time


def test_what_cannot_be_read_is_listed_at_the_end(watch, inbox, arrive):
    with watch() as watching:
        path = arrive("bad.jpg", 1)
        data = bytearray(path.read_bytes())
        watching.until_scored("bad.jpg")
        data[200 : len(data) - 200] = bytes(len(data) - 400)
        path.write_bytes(data)
        (inbox / "text.txt").write_text("no photo")
        watching.until(lambda: watching.ear.unread_photos)
    assert [photo.path.name for photo in watching.ear.unread_at_the_end] == ["bad.jpg"]
    assert watching.ear.totals.unread == 1


def test_what_was_bad_and_is_replaced_is_no_longer_listed(watch, inbox, arrive):
    with watch() as watching:
        (inbox / "IMG_1.JPG").write_bytes(b"\xff\xd8\xff\xd9")
        watching.until(lambda: watching.ear.unread_photos)
        arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG")
    assert watching.ear.unread_at_the_end == []


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


def test_a_folder_that_vanishes_is_waited_for(watch, arrive, inbox, tmp_path, judge):
    with watch() as watching:
        arrive("before.jpg", 1)
        watching.until_scored("before.jpg")
        inbox.rename(tmp_path / "away")
        watching.until(lambda: ("gone", inbox) in watching.ear.folders)
        arrive("meanwhile.jpg", 2, folder=tmp_path / "away")
        (tmp_path / "away").rename(inbox)
        watching.until_scored("meanwhile.jpg")
        arrive("after.jpg", 3)
        watching.until_scored("after.jpg")
        watching.until_calm()
    assert ("back", inbox) in watching.ear.folders
    assert judge.judged == ["before.jpg", "meanwhile.jpg", "after.jpg"]


def test_a_deleted_photo_is_noted_as_missing(watch, arrive, catalog):
    with watch() as watching:
        arrive("stays.jpg", 2)
        path = arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG", "stays.jpg")
        path.unlink()
        watching.until(lambda: names_in(catalog) == ["stays.jpg"])


def test_polling_finds_the_same(watch, arrive):
    with watch(poll=True) as watching:
        assert [one.mode for one in watching.ear.watched] == [Mode.POLLING]
        arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG")


def test_a_file_system_without_events_is_polled_and_that_is_said(watch, arrive, monkeypatch):
    monkeypatch.setattr("assist_cli.workflows.watch.folder_watch.brings_events", lambda _folder: False)
    monkeypatch.setattr("assist_cli.workflows.watch.folder_watch.file_system_of", lambda _folder: "nfs4")
    with watch() as watching:
        (watched,) = watching.ear.watched
        assert (watched.mode, watched.why) == (Mode.POLLING, "nfs4 does not tell what arrives")
        arrive("IMG_1.JPG", 1)
        watching.until_scored("IMG_1.JPG")


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


def test_a_signal_that_an_import_swallowed_ends_the_watch_all_the_same(watch, monkeypatch):
    signals = StopSignals()
    monkeypatch.setattr("assist_cli.workflows.watch.watch_run.STOP_SIGNALS", signals)
    with pytest.raises(Interrupted), watch() as watching:  # noqa: PT012 - it is raised when the watch is left
        signals.asked = True
        watching.until(lambda: watching.error is not None)
    assert watching.ear.totals is not None  # it ended in good order
