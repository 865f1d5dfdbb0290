"""Who runs the networks that assessors ask about a picture: one choice for all photos that a judge sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scoring.engines.exposure_engine import ExposureEngine, exposure_engine
from scoring.engines.saliency_engine import SaliencyEngine, saliency_engine


@dataclass(frozen=True)
class PictureNetworks:
    """Each is opened by whoever first asks for it; opening raises `WeightsError`."""

    saliency: Callable[[], SaliencyEngine]
    exposure: Callable[[], ExposureEngine]


ON_CPU = PictureNetworks(saliency_engine, exposure_engine)
