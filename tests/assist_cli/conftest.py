"""A folder of small photos, a catalogue in tmp_path, and `assist` run in this process with a fake judge."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assist_cli.main import run
from tests.assist_cli.fake_judge import FakeJudge
from tests.assist_cli.workflows.made_desk import Desk
from weights.registry import DEFAULT_RATING_WEIGHTS, bundled_entries


@dataclass
class Answer:
    """What one command said."""

    exit_code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Both channels, data first."""
        return self.out + self.err

    @property
    def photos(self) -> list[dict]:
        """stdout as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def catalog(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "catalog" / "catalog.db"
    monkeypatch.setenv("ASSIST_CATALOG", str(path))
    return path


@pytest.fixture
def draw_photo() -> Callable[..., Path]:
    """Writes a small JPEG whose picture depends on `seed`."""

    def draw(path: Path, seed: int = 0, **options: object) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        grain = np.random.default_rng(seed).integers(0, 255, (48, 64, 3), np.uint8)
        Image.fromarray(grain).save(path, "JPEG", **options)
        return path

    return draw


@pytest.fixture
def shoot(tmp_path, draw_photo) -> Path:
    """Five readable photos."""
    folder = tmp_path / "shoot"
    for seed in range(5):
        draw_photo(folder / f"IMG_{seed:04d}.JPG", seed)
    return folder


@pytest.fixture
def desk(tmp_path, catalog) -> Desk:
    """Photos that are scored without being looked at, and sidecars beside them."""
    return Desk(tmp_path, catalog)


@pytest.fixture
def judge(monkeypatch) -> FakeJudge:
    fake = FakeJudge()
    monkeypatch.setattr("scoring.judge.open_judge", fake.opened)
    # Another process would not have it.
    monkeypatch.setattr("assist_cli.workflows.judging_desk.may_judge_apart", lambda _workers: False)
    return fake


@pytest.fixture
def other_weights(monkeypatch) -> str:
    """The name of a second set of weights, which anybody may choose until the fixture's user takes it away."""
    shipped = bundled_entries()
    entry = shipped[DEFAULT_RATING_WEIGHTS]
    files = {kind: dataclasses.replace(file, sha256="f" * 64) for kind, file in entry.files.items()}
    other = dataclasses.replace(entry, name="nima_vgg16.ava", files=files)
    monkeypatch.setattr("weights.registry.bundled_entries", lambda: {**shipped, other.name: other})
    return other.name


@pytest.fixture
def assist(catalog, judge, capsys, monkeypatch) -> Callable[..., Answer]:  # noqa: ARG001 - set up first
    """Runs `assist ARGUMENT...` and gives back what it said; 100 columns, no terminal."""
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str | os.PathLike[str]) -> Answer:
        capsys.readouterr()
        exit_code = run([os.fspath(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(exit_code, said.out, said.err)

    return call
