"""How many photos are judged beside each other."""

import os

import pytest

from assist_cli.workflows.worker_counts import (
    MOST_BESIDE_A_DEVICE,
    MOST_PROCESSES,
    MOST_THREADS,
    default_processes,
    default_workers,
    workers_beside_a_screen,
)


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


@pytest.mark.parametrize(
    ("cores", "beside_a_device", "processes"),
    [
        (4, False, 4),
        (16, False, MOST_PROCESSES),
        (8, True, 8),
        (64, True, MOST_BESIDE_A_DEVICE),
    ],
)
def test_there_is_one_process_a_core_and_more_of_them_beside_a_device(monkeypatch, cores, beside_a_device, processes):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(cores)), raising=False)
    assert default_processes(beside_a_device=beside_a_device) == processes
