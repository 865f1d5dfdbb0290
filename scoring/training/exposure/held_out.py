"""How well the exposure map, the mid-tones, and both together read brackets of photos that training never saw."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import torch

from index.photo.record import ExifFacts
from scoring.assessors.exposure_offset import fused_ev
from scoring.assessors.tones import measure_tones
from scoring.engines.network_input import fitted
from scoring.frame import Frame
from scoring.models.exposure_map import ExposureMap
from scoring.models.full_precision import full_precision
from scoring.training.exposure.ladder import CURVES, Ladder, rungs
from scoring.training.pictures import Pictures
from weights.entry import Preprocessing

U8 = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Results = dict[str, dict[str, object]]

HELD_OUT = 2
"""Makes the seed of a held-out photo's camera differ from whatever else the recipe's seed draws."""


def held_out_results(network: ExposureMap, pictures: Pictures, rows: Ints, wanted: Preprocessing, seed: int) -> Results:
    """Held-out rows of `pictures` -> `<curves>.<method>` -> measures of `Ladder`: methods are `network` (mean of the map),
    `mid_tones` (the classical measure), and `fused` (what the assessor tells)."""
    results: Results = {}
    for curves in CURVES:
        read = np.array(
            [
                list(_readings(network, pictures[row], curves, wanted, (seed, HELD_OUT, number)))
                for number, row in enumerate(rows.tolist())
            ]
        )
        for method, column in zip(("network", "mid_tones", "fused"), np.moveaxis(read, 2, 0), strict=True):
            results[f"{curves}.{method}"] = Ladder(column).measured()
    return results


def _readings(
    network: ExposureMap, rgb: U8, curves: str, wanted: Preprocessing, seed: tuple[int, ...]
) -> Iterator[tuple[float, float, float]]:
    """Network, mid-tones, both: EV of each rung."""
    ladder = rungs(rgb, curves, seed)
    seen = torch.from_numpy(np.stack([fitted(rung, wanted) for rung in ladder]))
    with full_precision(), torch.inference_mode():
        ev, _ = network.eval()(seen.to(next(network.parameters()).device))
    for network_ev, rung in zip(ev.double().mean(dim=(1, 2)).tolist(), ladder, strict=True):
        tones = measure_tones(Frame(rung, (rung.shape[1], rung.shape[0]), ExifFacts()))
        yield network_ev, tones.mid_ev, fused_ev(network_ev, tones.mid_ev, tones.lit_ev)
