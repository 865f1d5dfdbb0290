"""The desk opens as many workers as it is told, in processes of their own where that is allowed."""

from types import SimpleNamespace

import pytest

from assist_cli.workflows import judging_desk
from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from index.catalog.database import open_catalog
from weights.registry import DEFAULT_RATING_WEIGHTS


@pytest.mark.parametrize(("asked", "opened"), [(12, 12), (None, 3)])
def test_as_many_workers_as_asked_for_are_opened(judge, shoot, catalog, monkeypatch, asked, opened):  # noqa: ARG001 - set up first
    workers = []
    really_open = judging_desk.JudgingPool
    monkeypatch.setattr(judging_desk, "default_workers", lambda: 3)
    monkeypatch.setattr(
        judging_desk,
        "JudgingPool",
        lambda judge_one, count, ended: workers.append(count) or really_open(judge_one, count, ended),
    )
    assert (
        len(list(score_photos(ScoreRequest([shoot], catalog, workers=asked), Progress(), lambda _progress: None))) == 5
    )
    assert workers == [opened]


def test_processes_are_opened_for_the_device_that_was_asked_for_and_each_has_a_thread(catalog, monkeypatch):
    asked, counts = [], []
    apart = SimpleNamespace(count=3, judge=None, close=lambda: None)
    monkeypatch.setattr(judging_desk, "may_judge_apart", lambda _workers: True)
    monkeypatch.setattr(
        "assist_cli.workflows.judges_apart.open_judges_apart", lambda *arguments: asked.append(arguments) or apart
    )
    really_open = judging_desk.JudgingPool
    monkeypatch.setattr(
        judging_desk,
        "JudgingPool",
        lambda judge, count, ended: counts.append(count) or really_open(judge, count, ended),
    )
    with open_catalog(catalog) as opened:
        judges = judging_desk.Judges("cuda", DEFAULT_RATING_WEIGHTS, None, profile_called("auto"), apart=True)
        desk = judging_desk.JudgingDesk(opened, judges)
        desk.open()
        desk.stop()
        desk.close()
    assert asked == [("cuda", DEFAULT_RATING_WEIGHTS, None)]
    assert counts == [3]
