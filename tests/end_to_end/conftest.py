"""A catalogue in tmp_path, and `assist` run in this process."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assist_cli.main import run
from tests.assist_cli.conftest import Answer


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "notes" / "catalog.db"
    monkeypatch.setenv("ASSIST_CATALOG", str(path))
    return path


@pytest.fixture
def assist(catalog: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:  # noqa: ARG001 - set up first
    """Runs `assist ARGUMENT...` and gives back what it said; 100 columns, no terminal."""
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str | os.PathLike[str]) -> Answer:
        capsys.readouterr()
        exit_code = run([os.fspath(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(exit_code, said.out, said.err)

    return call
