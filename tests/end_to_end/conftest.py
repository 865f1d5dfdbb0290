"""A catalogue in tmp_path, `assist` run in this process, disks that are full, and a person without root's rights."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assist_cli.main import run
from tests.assist_cli.conftest import Answer
from tests.index.photo.safe_file.conftest import as_nobody, small_disk

__all__ = ["as_nobody", "assist", "catalog", "small_disk"]


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "notes" / "catalog.db"
    monkeypatch.setenv("ASSIST_CATALOG", str(path))
    return path


@pytest.fixture
def assist(
    catalog: Path,  # noqa: ARG001 - set up first
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Answer]:
    """Runs `assist ARGUMENT...` and gives back what it said; 100 columns, no terminal."""
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str | os.PathLike[str]) -> Answer:
        capfd.readouterr()
        exit_code = run([os.fspath(argument) for argument in arguments])
        said = capfd.readouterr()
        return Answer(exit_code, said.out, said.err)

    return call
