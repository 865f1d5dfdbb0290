"""Runs are called by the person's day and a number."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from index.journal.errors import UnknownRunError

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def in_utc(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def names(journal):
    return [run.name for run in journal.runs()]


@pytest.mark.usefixtures("in_utc")
def test_runs_of_a_day_are_numbered(journal):
    for day in (0, 0, 1, 0):
        journal.begin("sidecars write", now=NOON + timedelta(days=day))
    assert names(journal) == ["2026-11-22-1", "2026-11-22-2", "2026-11-23-1", "2026-11-22-3"]


@pytest.mark.usefixtures("in_utc")
def test_numbers_are_counted_not_spelled(journal):
    for _ in range(11):
        journal.begin("sidecars write", now=NOON)
    assert names(journal)[-2:] == ["2026-11-22-10", "2026-11-22-11"]


def test_day_is_the_one_on_the_wall(journal, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        run = journal.begin("sidecars write", now=datetime(2026, 11, 22, 20, tzinfo=UTC))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert run.name == "2026-11-23-1"
    assert run.started == datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.mark.usefixtures("in_utc")
def test_start_is_kept_in_utc(journal):
    started = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=13)))
    journal.begin("sidecars write", now=started)
    (run,) = journal.runs()
    assert run.started == started
    assert run.started.utcoffset() == timedelta(0)


@pytest.mark.usefixtures("in_utc")
def test_run_is_found_by_its_name_and_the_nearest_is_suggested(journal):
    with pytest.raises(UnknownRunError, match="no run is called '2026-11-22-1'") as unknown:
        journal.run_called("2026-11-22-1")
    assert unknown.value.hint == "nothing was written yet with this catalogue"
    run = journal.begin("sidecars write --style both", now=NOON)
    assert journal.run_called("2026-11-22-1") == run
    with pytest.raises(UnknownRunError) as unknown:
        journal.run_called("2026-11-2-1")
    assert unknown.value.hint == "did you mean '2026-11-22-1'?"
    assert unknown.value.exit_code == 2
    with pytest.raises(UnknownRunError) as unknown:
        journal.run_called("yesterday")
    assert unknown.value.hint == "the last one is '2026-11-22-1'"


def test_names_in_a_command_that_are_no_text_are_spelled_out(journal):
    journal.begin("assist sidecars write /p/\udcff")
    assert [run.command for run in journal.runs()] == [r"assist sidecars write /p/\xff"]
