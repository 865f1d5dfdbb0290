"""Tilts planted on photos with straight lines: how many are found, and how many are invented on photos as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from index.photo.errors import UnreadablePhoto
from index.photo.read import read_photo
from index.photo.record import Asset, ExifFacts
from scoring.assessors.horizon import find_horizon
from scoring.assessors.lines import find_lines
from scoring.crops.straighten import find_tilt
from scoring.crops.upright_box import rendered, upright_box
from scoring.frame import U8, Frame
from scoring.metrics.bootstrap import bootstrap_intervals
from scoring.shrink import shrunk_to_long_edge
from scoring.training.tilts.halves import is_reported as is_reported

LONG_EDGE_PX = 512
PLANTED_DEG = (1.0, 8.0)
PLANTED_EACH_WAY = 2
FOUND_DEG, INVENTED_DEG = 0.5, 1.0
"""Issue "Composition, crops and straightening"."""
NEAR_DEG, TOGETHER_DEG, LEVEL_DEG = 12.0, 3.0, 1.0
LEAST_LONG_EDGES, LEAST_SHARE = 1.5, 0.5
"""A photo has straight lines where half of the length of LSD's segments within 12 deg of upright or level, and one and a half long
edges, lies within 3 deg; it is level besides where that lies within 1 deg. So a quarter and a twentieth of the photos count."""
TRUSTED_HORIZON = 0.45
"""From here on the composition assessor spoke of a tilted horizon before straightening was there."""

Finder = Callable[[U8], float]
"""(h, w, 3) uint8 -> degrees; 0 where nothing would be corrected."""


@dataclass(frozen=True)
class Straight:
    """One photo of 512 px: (h, w, 3) uint8; `has_lines`, and `is_level` besides."""

    name: str
    rgb: U8
    has_lines: bool
    is_level: bool


@dataclass(frozen=True)
class Readings:
    """Of one photo by one finder: as it is, and (planted, read) pairs."""

    photo: Straight
    as_is_deg: float
    planted: list[tuple[float, float]]


def by_lines(rgb: U8) -> float:
    """`find_tilt` without EXIF."""
    return find_tilt(Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())).angle_deg


def by_long_horizon(rgb: U8) -> float:
    """The horizon alone, as composition told it before."""
    horizon = find_horizon(find_lines(np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)))
    return horizon.tilt_deg if horizon.confidence >= TRUSTED_HORIZON else 0.0


FINDERS: dict[str, Finder] = {"lines": by_lines, "long horizon alone": by_long_horizon, "never correct": lambda _: 0.0}


def straight_photos(paths: Sequence[Path]) -> Iterator[Straight]:
    """The readable ones of these, each with what LSD says of its lines; the finder's own reading has no part in it."""
    for path in paths:
        found = read_photo(Asset(path))
        if not isinstance(found, UnreadablePhoto):
            rgb = shrunk_to_long_edge(found[1], LONG_EDGE_PX)
            yield Straight(path.name, rgb, *_kinds(rgb))


def _kinds(rgb: U8) -> tuple[bool, bool]:
    lines = find_lines(np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8))
    length, angle = lines.length_px / max(lines.size_px), np.abs(lines.angle_deg)
    off = np.minimum(angle, 90.0 - angle)
    near, together, level = (float(length[off <= reach].sum()) for reach in (NEAR_DEG, TOGETHER_DEG, LEVEL_DEG))
    least = max(LEAST_LONG_EDGES, LEAST_SHARE * near)
    return together >= least, level >= least


def planted(photo: Straight) -> Iterator[tuple[float, U8]]:
    """Turned copies, cut so that no border tells: (degrees clockwise, pixels), twice each way, the same on every run."""
    seed = int.from_bytes(hashlib.blake2b(photo.name.encode()).digest()[:4], "little")
    amounts = np.random.default_rng(seed).uniform(*PLANTED_DEG, 2 * PLANTED_EACH_WAY)
    height, width = photo.rgb.shape[:2]
    for number, amount in enumerate(amounts):
        tilt_deg = float(amount) * (-1) ** number
        yield tilt_deg, rendered(photo.rgb, tilt_deg, upright_box((width, height), tilt_deg, width / height))


def readings(photo: Straight) -> dict[str, Readings]:
    """What each finder reads."""
    copies = list(planted(photo))
    return {
        name: Readings(photo, find(photo.rgb), [(tilt_deg, find(rgb)) for tilt_deg, rgb in copies])
        for name, find in FINDERS.items()
    }


def row(name: str, told: Sequence[Readings]) -> list[str]:
    """One line of the table."""
    pairs = [(n, planted_deg, read, one.as_is_deg) for n, one in enumerate(told) for planted_deg, read in one.planted]
    group, truth, read, as_is = (np.array(part, np.float64) for part in zip(*pairs, strict=True))
    change = (read != 0) & (np.abs(read - as_is - truth) <= FOUND_DEG)
    absolute = (read != 0) & (np.abs(read - truth) <= FOUND_DEG)
    wrong = (read != 0) & (np.abs(read - as_is - truth) > INVENTED_DEG)
    invented = np.array([abs(one.as_is_deg) > INVENTED_DEG for one in told])
    shares = [_share(hits, group.astype(np.int64)) for hits in (change, absolute, wrong)]
    return [name, str(len(told)), *shares, _share(invented, np.arange(len(told)))]


def _share(hits: np.ndarray, groups: np.ndarray) -> str:
    """`83% [79, 87]`, the interval over photos."""
    measured = bootstrap_intervals({"share": lambda drawn: drawn @ hits / drawn.sum(axis=1)}, groups)["share"]
    return f"{hits.mean():.0%} [{100 * measured[0]:.0f}, {100 * measured[1]:.0f}]"


HEAD = [
    "photos, finder",
    "photos",
    f"change found within {FOUND_DEG}°",
    f"angle found within {FOUND_DEG}°",
    f"change wrong by over {INVENTED_DEG:.0f}°",
    f"as they are, over {INVENTED_DEG:.0f}° corrected",
]


def rows(told: Sequence[dict[str, Readings]]) -> list[list[str]]:
    """The table: level photos with straight lines, photos with straight lines, all photos."""
    kinds: dict[str, Callable[[Straight], bool]] = {
        "level, straight lines": lambda photo: photo.is_level,
        "straight lines": lambda photo: photo.has_lines,
        "all": lambda _: True,
    }
    return [
        row(f"{kind}: {name}", [one[name] for one in told if wanted(one[name].photo)])
        for kind, wanted in kinds.items()
        for name in FINDERS
    ]
