"""One outline before nothing, a moon or a lamp: S-Blur thins it out over its blocks, the tiles do not."""

from __future__ import annotations

import numpy as np

from scoring.assessors.s_blur import judged_blocks
from scoring.assessors.sharp_region import peak_sharpness
from scoring.assessors.tile_sharpness import TileSharpness, tile_sharpness
from scoring.detail import Detail
from scoring.ramp import ramp

FEW_BLOCKS = (10.0, 6.0)
"""Blocks with contrast, of about a hundred, under which S-Blur has fewer than it was made for (its ten best, NTIA), and where all
of them show parts of one outline: a moon at a tenth of the width. An edge across a block is less than its strongest 5 %."""
FEWEST_TILES = 12
"""Fewer tiles with edges are no evidence (`focus.FEWEST_TILES`)."""
SOFT_PEAK = 0.29
"""Tile peak under which such an outline is soft: between a moon in focus at full zoom (0.31) and the same moved by 6 px (0.22 to
0.26) or under a disc of 1 px radius (0.23)."""
SHARP_OUTLINE = (0.26, 0.31)
"""The same two, from soft to sharp by degrees."""
CRISPNESS = ((0.2, SOFT_PEAK, 0.38), (0.0, 0.52, 0.6))
"""From tile peak to crispness: where S-Blur has its say again, a little soft, and a lone sharp edge; `sharpness.LEVELS` has
these ends. With few edges nothing better is said."""


def lone_share(detail: Detail) -> float:
    """How little S-Blur can say for want of blocks, in [0, 1]."""
    return ramp(float(judged_blocks(detail).sum()), FEW_BLOCKS)


def sharp_outline(detail: Detail, tiles: TileSharpness) -> float:
    """How surely there is hardly more than one outline and its tiles are not soft, in [0, 1]."""
    return lone_share(detail) * ramp(peak_sharpness(tiles, tiles.judged), SHARP_OUTLINE)


def crispness_of_outline(crispness: float, detail: Detail) -> float:
    """Crispness by S-Blur, in [0, 1], drawn up to what the tiles show where one outline is all there is."""
    lone = lone_share(detail)
    if lone == 0.0:
        return crispness
    tiles = tile_sharpness(detail)
    if tiles.judged.sum() < FEWEST_TILES:
        return crispness
    shown = float(np.interp(peak_sharpness(tiles, tiles.judged), *CRISPNESS))
    return crispness + lone * max(0.0, shown - crispness)
