"""What all tests share: the rendered shoot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shoot.render import render_shoot


@pytest.fixture(scope="session")
def shoot_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rendered shoot, drawn once a session; read it, never write into it. Its truth is in `tests.shoot.truth`."""
    folder = tmp_path_factory.mktemp("shoot")
    render_shoot(folder)
    return folder
