"""A watch loses no photo where photos, the catalogue, folders or the file system fail for a while."""

from __future__ import annotations

import pytest

from assist_cli.interrupts import Interrupted, StopSignals
from assist_cli.workflows.watch.watch_request import Mode
from index.catalog.database import Catalog
from index.catalog.errors import DiskFullError, LockedCatalogError
from index.photo.errors import FailureKind
from tests.assist_cli.workflows.watch.watched import names_in


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


def test_a_signal_that_an_import_swallowed_ends_the_watch_all_the_same(watch, monkeypatch):
    signals = StopSignals()
    monkeypatch.setattr("assist_cli.workflows.watch.watch_run.STOP_SIGNALS", signals)
    with pytest.raises(Interrupted), watch() as watching:  # noqa: PT012 - it is raised when the watch is left
        signals.asked = True
        watching.until(lambda: watching.error is not None)
    assert watching.ear.totals is not None  # it ended in good order
