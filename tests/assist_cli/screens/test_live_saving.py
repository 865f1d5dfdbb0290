"""When `--live` writes."""

from __future__ import annotations

from assist_cli.screens.live_saving import LiveSaving
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.unsaved_marks import Unsaved
from index.photo.marks import NO_MARKS, Marks
from tests.assist_cli.workflows.cull.made_cull import path_of


def unsaved(rating: int) -> list[Unsaved]:
    return [Unsaved(CullPhoto(path_of(0), marks=Marks(rating=rating)), NO_MARKS)]


def test_nothing_unsaved_is_not_written():
    assert not LiveSaving().is_due([])


def test_what_could_not_be_written_waits_for_the_next_mark():
    live = LiveSaving()
    assert [live.is_due(unsaved(rating)) for rating in (3, 3, 4, 4)] == [True, False, True, False]
