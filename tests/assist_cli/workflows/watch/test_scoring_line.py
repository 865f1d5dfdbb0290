"""Complete files are judged a few at a time, each photo by one thread."""

from __future__ import annotations

import os

import pytest

from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.judging_desk import Judges, JudgingDesk
from assist_cli.workflows.watch.arrivals import Arrival
from assist_cli.workflows.watch.scoring_line import Fate, ScoringLine
from index.catalog.database import open_catalog
from weights.registry import DEFAULT_RATING_WEIGHTS


@pytest.fixture
def desk(catalog):
    with open_catalog(catalog) as opened:
        judges = Judges("cpu", DEFAULT_RATING_WEIGHTS, 2, profile_called("auto"))
        desk = JudgingDesk(opened, judges, finished=lambda: None)
        yield desk
        desk.stop()


@pytest.fixture
def arriving() -> set:
    return set()


@pytest.fixture
def line(desk, arriving) -> ScoringLine:
    return ScoringLine(desk, lambda path: path in arriving)


def drained(line, desk):
    outcomes = []
    while len(line):
        outcomes += line.advance()
        for task, verdict in desk.collect(10.0):
            outcomes.append(line._judged(task, verdict))
        desk.store()
    return outcomes


def fates(outcomes):
    return sorted((outcome.arrival.path.name, outcome.fate) for outcome in outcomes)


def test_all_are_judged_though_only_some_may_fly(line, desk, arrive, judge):
    line.add(Arrival(arrive(f"IMG_{number:02}.JPG", number), 0.0) for number in range(12))
    first = line.advance()
    assert desk.full
    assert line.is_backed_up
    outcomes = [*first, *drained(line, desk)]
    assert [fate for _, fate in fates(outcomes)] == [Fate.TOLD] * 12
    assert len(judge.judged) == 12


def test_one_that_is_known_and_unchanged_is_nothing_new(line, desk, arrive, judge):
    path = arrive("IMG_1.JPG", 1)
    line.add([Arrival(path, 0.0)])
    drained(line, desk)
    line.add([Arrival(path, 0.0), Arrival(path, None, is_told=True)])
    assert [outcome.fate for outcome in drained(line, desk)] == [Fate.KNOWN, Fate.TOLD]
    assert judge.judged == ["IMG_1.JPG"]


def test_files_of_one_photo_are_never_judged_side_by_side(line, desk, arrive, slow_judge):
    jpeg = arrive("IMG_1.JPG", 1)
    line.add([Arrival(jpeg, 0.0)])
    line.advance()
    raw = arrive("IMG_1.NEF", 2)
    line.add([Arrival(raw, 0.0)])
    assert line.advance() == []
    assert not desk.full
    slow_judge.may_end.set()
    drained(line, desk)
    assert slow_judge.judged == ["IMG_1.JPG"]


def test_a_file_that_is_still_written_takes_no_part_yet(line, desk, arrive, arriving, judge):
    raw, jpeg = arrive("IMG_1.NEF", 2), arrive("IMG_1.JPG", 1)
    arriving.add(jpeg)
    line.add([Arrival(raw, 0.0)])
    (outcome,) = drained(line, desk)
    assert (outcome.photo.path, outcome.photo.record.companions) == (raw, ())
    arriving.clear()
    line.add([Arrival(jpeg, 0.0)])
    (outcome,) = drained(line, desk)
    assert (outcome.photo.path, outcome.photo.record.companions) == (jpeg, (raw,))
    assert judge.judged == ["IMG_1.NEF", "IMG_1.JPG"]


def test_a_photo_that_went_before_its_turn_is_gone(line, desk, inbox):
    line.add([Arrival(inbox / "IMG_1.JPG", 0.0)])
    assert fates(drained(line, desk)) == [("IMG_1.JPG", Fate.GONE)]


def test_what_waits_in_a_folder_that_went_is_dropped(line, desk, arrive, inbox, judge):
    line.add([Arrival(arrive("card/IMG_1.JPG", 1), 0.0), Arrival(arrive("IMG_2.JPG", 2), 0.0)])
    line.drop_where(lambda path: inbox / "card" in path.parents)
    drained(line, desk)
    assert judge.judged == ["IMG_2.JPG"]


def test_at_the_end_what_is_judged_within_a_moment_is_kept(line, arrive, judge, catalog):
    line.add([Arrival(arrive("IMG_1.JPG", 1), 0.0)])
    line.advance()
    assert fates(line.end(30.0)) == [("IMG_1.JPG", Fate.TOLD)]
    assert judge.judged == ["IMG_1.JPG"]
    with open_catalog(catalog) as opened:
        assert opened.count() == 1


def test_equal_sizes_are_not_enough_to_be_the_same_picture(line, desk, arrive, slow_judge):
    path = arrive("IMG_1.JPG", 1)
    data = bytearray(path.read_bytes())
    line.add([Arrival(path, 0.0)])
    line.advance()
    assert slow_judge.has_read.wait(60.0)
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    os.utime(path, (1, 1))
    slow_judge.may_end.set()
    assert fates(drained(line, desk)) == [("IMG_1.JPG", Fate.AGAIN)]
