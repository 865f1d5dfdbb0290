"""A folder for the user's weights in tmp_path, and a publisher on 127.0.0.1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.weights.publisher import Publisher, running_publisher


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with running_publisher() as server:
        yield server


@pytest.fixture
def weights_folder(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "weights"
    monkeypatch.setenv("ASSIST_WEIGHTS", str(folder))
    return folder
