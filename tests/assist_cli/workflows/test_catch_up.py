"""The catalogue catches up with photos that were moved while it could not be told."""

from __future__ import annotations

from assist_cli.workflows.catch_up import catch_up
from tests.assist_cli.workflows.test_follow_moves import known, moved


def test_next_command_tells_what_a_killed_one_could_not(desk):
    desk.photo("a.CR3")
    source, target = moved(desk, "a.CR3")
    assert known(desk, source, target) == [True, False]
    catch_up(desk.catalog)
    assert known(desk, source, target) == [False, True]


def test_nothing_to_tell_makes_no_journal(tmp_path):
    catch_up(tmp_path / "catalog.db")
    assert list(tmp_path.iterdir()) == []


def test_journal_with_nothing_open_is_only_looked_at(desk):
    desk.photo("a.CR3")
    moved(desk, "a.CR3")
    catch_up(desk.catalog)
    before = {path.name: path.stat().st_mtime_ns for path in desk.catalog.parent.iterdir()}
    catch_up(desk.catalog)
    assert {path.name: path.stat().st_mtime_ns for path in desk.catalog.parent.iterdir()} == before
