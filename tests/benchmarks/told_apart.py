"""How far what two judges tell of the same photos is apart."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from assist_cli.workflows.judging_pool import JudgeOne
from index.photo.record import Asset
from scoring.judge import Judgement


def differences(assets: list[Asset], on_cpu: JudgeOne, on_device: JudgeOne, workers: int) -> dict[str, float]:
    """The furthest that any number of any photo is from the CPU's, by what is told."""
    with ThreadPoolExecutor(workers) as threads:
        there = list(threads.map(lambda asset: on_device(asset, {}), assets))
    furthest: dict[str, float] = {}
    for here, said in zip((on_cpu(asset, {}) for asset in assets), there, strict=True):
        if isinstance(here, Judgement) and isinstance(said, Judgement):
            for name, apart in differences_of(here, said):
                furthest[name] = max(furthest.get(name, 0.0), apart)
    return furthest


def differences_of(here: Judgement, there: Judgement) -> Iterator[tuple[str, float]]:
    """What is told of one photo, and how far it is from the other."""
    yield "rating_dist", float(np.abs(np.subtract(here.quality.rating_dist, there.quality.rating_dist)).max())
    yield "mean rating", abs(here.quality.mean - there.quality.mean)
    if here.embedding is not None and there.embedding is not None:
        yield "embedding", float(np.abs(here.embedding - there.embedding).max())
    for name, one in here.assessments.items():
        yield f"{name} (value)", abs(one.value - there.assessments[name].value)
