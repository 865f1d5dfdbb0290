"""How many photos are judged beside each other."""

import os

import pytest

from assist_cli.workflows.judging_desk import MOST_THREADS, default_workers, workers_beside_a_screen
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos


@pytest.mark.parametrize(("cores", "workers"), [(1, 1), (2, 2), (8, 8), (64, MOST_THREADS)])
def test_there_is_one_worker_a_core_that_we_may_run_on_and_eight_at_most(monkeypatch, cores, workers):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(cores)), raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    assert default_workers() == workers


@pytest.mark.parametrize(("cores", "workers"), [(1, 1), (2, 1), (4, 3), (64, MOST_THREADS - 1)])
def test_beside_a_screen_one_core_is_left_to_it(monkeypatch, cores, workers):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(cores)), raising=False)
    assert workers_beside_a_screen() == workers


@pytest.mark.parametrize(("cores", "workers"), [(None, 1), (4, 4), (128, MOST_THREADS)])
def test_where_the_system_does_not_say_which_cores_are_ours_all_count(monkeypatch, cores, workers):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert default_workers() == workers


@pytest.mark.parametrize(("asked", "opened"), [(12, 12), (None, 3)])
def test_as_many_workers_as_asked_for_are_opened(judge, shoot, catalog, monkeypatch, asked, opened):  # noqa: ARG001 - set up first
    from assist_cli.workflows import judging_desk

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
