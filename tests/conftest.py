"""What all tests share: the rendered shoot, and how many threads they take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shoot.render import render_shoot


def pytest_configure() -> None:
    """One thread a worker: two on each of two cores wait for each other so busily that trainings take ten times as long
    (47 s against 634 for those of the rating network).
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(autouse=True, scope="session")
def nobodys_weights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees, or changes, the weights of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSIST_WEIGHTS", str(tmp_path_factory.mktemp("no-weights")))
        yield


@pytest.fixture(autouse=True, scope="session")
def nobodys_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test asks, or takes the place of, a server that whoever runs it has up."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSIST_STATE", str(tmp_path_factory.mktemp("no-server")))
        yield


@pytest.fixture(scope="session")
def shoot_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rendered shoot, drawn once a session; read it, never write into it. Its truth is in `tests.shoot.truth`."""
    folder = tmp_path_factory.mktemp("shoot")
    render_shoot(folder)
    return folder
