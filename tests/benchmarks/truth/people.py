"""How far each factor alone, and the blend, rank photos as people do, within each part of BIQ2021."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from scoring.metrics.bootstrap import bootstrap_intervals
from scoring.metrics.correlation import srcc, srcc_of
from scoring.registry import ASSESSORS
from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.splits import known_split

PARTS = ("ss01", "ss02", "ss03")
LEAST_JUDGED = 30
"""Fewer photos than this give no correlation worth printing."""


def scored(paths: list[Path], scratch: Path) -> dict[str, ScoredPhoto]:
    """Every photo by its name, scored as the command does."""
    outcomes = score_photos(ScoreRequest(paths, scratch / "people.db", "cpu"), Progress(), lambda _: None)
    return {out.record.path.name: out for out in outcomes if isinstance(out, ScoredPhoto)}


def measured(folder: Path, scratch: Path) -> list[list[str]]:
    """Rows of the table on the photos held out of training: each factor, the rating and the blend, within each part."""
    photos = read_biq2021(folder)
    split = known_split("biq2021", photos)
    assert split is not None, "these are not the photos of BIQ2021"
    paths = [path for path, out in zip(photos.paths, split.held_out, strict=True) if out]
    found = scored(paths, scratch)
    mos, scene = photos.mos[split.held_out], split.scene[split.held_out]
    subset = np.array(photos.subset)[split.held_out]
    names = [path.name for path in paths]
    return [
        [name, *(cell(values, mos, scene, subset == part) for part in PARTS)]
        for name, values in readings([found.get(name) for name in names]).items()
    ]


def readings(outcomes: list[ScoredPhoto | None]) -> Mapping[str, np.ndarray]:
    """Each factor's value by photo, NaN where it abstained; then the mean rating and the blended score."""
    factors = {one.name: np.array([_value(out, one.name) for out in outcomes], np.float64) for one in ASSESSORS}
    rating = [out.quality.mean if out else np.nan for out in outcomes]
    blended = [out.score.value if out else np.nan for out in outcomes]
    return {**factors, "rating alone": np.array(rating), "blend": np.array(blended)}


def _value(outcome: ScoredPhoto | None, assessor: str) -> float:
    said = outcome.assessments.get(assessor) if outcome else None
    return said.value if said and not said.abstained else np.nan


def cell(values: np.ndarray, mos: np.ndarray, scene: np.ndarray, part: np.ndarray) -> str:
    """`.53 [.44, .61] of 240`: srcc, its 95 % interval over scenes, and how many photos were judged."""
    judged = part & np.isfinite(values)
    if judged.sum() < LEAST_JUDGED:
        return f"- of {judged.sum()}"
    x, y = values[judged], mos[judged]
    low, high = bootstrap_intervals({"srcc": srcc_of(x, y)}, scene[judged])["srcc"]
    return f"{srcc(x, y):.2f} [{low:.2f}, {high:.2f}] of {judged.sum()}".replace("0.", ".")
