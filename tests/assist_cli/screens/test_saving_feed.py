"""Leaving while `--live` still writes."""

from __future__ import annotations

import threading

import pytest

from assist_cli.screens.saving import Saving, ended_words
from assist_cli.workflows.cull.open_session import open_session
from tests.assist_cli.screens.played_cull import names, play


@pytest.fixture
def may_go(monkeypatch):
    """Nothing is written before this is set."""
    whole, event = Saving.save, threading.Event()

    def slow(saving, unsaved):
        event.wait(20)
        return whole(saving, unsaved)

    monkeypatch.setattr(Saving, "save", slow)
    return event


def test_writes_the_rest_too_where_a_person_wants_it(cull, shoot, may_go):
    async def steps(played):
        await played.press("p")
        await played.until(lambda: played.app.background_saving.is_busy)
        await played.press("x", "4", "q", "enter")
        may_go.set()
        await played.until(lambda: not played.app.is_running)

    cull(steps, is_live=True)
    assert len([name for name in names(shoot) if name.endswith(".xmp")]) == 3


@pytest.fixture
def left(open_cull, shoot, may_go):
    """A live cull that a person left while it wrote, and the writing came to its end after that."""

    async def steps(played):
        await played.press("p")
        await played.until(lambda: played.app.background_saving.is_busy)
        await played.press("ctrl+c", "ctrl+c")
        await played.until(lambda: not played.app.is_running)
        may_go.set()

    app = open_cull(shoot, is_live=True)
    play(app, steps)
    return app


def test_whoever_leaves_while_live_writes_is_told_how_to_take_it_back(left, shoot):
    assert "IMG_0000.JPG.xmp" in names(shoot)
    told = [*ended_words(left.desk.session, left.desk.saving)]
    assert any("assist undo" in line for line in told)
    assert not any("in the catalogue alone" in line for line in told)


def test_the_next_cull_knows_what_live_wrote_after_a_person_had_left(left, catalog, shoot):  # noqa: ARG001 - left before
    with open_session([shoot], catalog) as session:
        assert session.unsaved() == []
