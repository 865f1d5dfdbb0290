"""The desk opens as many workers as it is told."""

import pytest

from assist_cli.workflows import judging_desk
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos


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
