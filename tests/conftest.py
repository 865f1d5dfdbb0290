"""What all tests share: the rendered shoot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shoot.render import render_shoot


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
