"""Photos that arrive are scored, each once, however they come and whatever was there before."""

from __future__ import annotations

import os
import time

from assist_cli.workflows.watch import progress_mark
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
