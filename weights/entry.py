"""What a weights file says about itself: where it comes from, what input it wants, and how well it was measured."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BUNDLED = Path(__file__).parent / "bundled"

RATING = "rating"
"""The kind that rates photos; any other kind has a use of its own."""


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a picture becomes the network's input."""

    fit: str
    """`area`: as many pixels as a square of `edge_px`, aspect kept. `short_edge`: the short edge is `edge_px`, aspect kept.
    `square`: both edges are `edge_px`, aspect given up. A smaller picture is enlarged."""
    edge_px: int
    long_edge_px: int
    """The long edge never exceeds this, so that a panorama cannot exhaust memory."""
    multiple_of_px: int
    """Both edges are rounded to a multiple of this."""
    mean: tuple[float, float, float]
    sd: tuple[float, float, float]
    """Per channel, R G B, of values in [0, 1]."""


@dataclass(frozen=True, slots=True)
class WeightsFile:
    """One file of parameters and the digest that it must have."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class WeightsEntry:
    """One `<arch>.<tag>`; `facts` is the whole entry as written, for people."""

    name: str
    kind: str
    """`rating`, or what else the network is for: `exposure_map`."""
    summary: str
    licence: str
    files: Mapping[str, WeightsFile]
    """By format: `onnx`, `safetensors`."""
    preprocessing: Preprocessing
    percentiles: tuple[float, ...]
    """Mean ratings at the 0th, 1st … 100th percentile of the photos that it was validated on; empty if it does not rate."""
    facts: Mapping[str, Any]


def read_entry(path: Path) -> WeightsEntry:
    """Parse one entry; a missing key raises `KeyError`, which a test over all entries turns into a failing build."""
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    shape = facts["preprocessing"]
    kind = facts.get("kind", RATING)  # what trains rating networks tells none
    return WeightsEntry(
        name=facts["name"],
        kind=kind,
        summary=facts["summary"],
        licence=facts["licence"],
        files={kind: WeightsFile(BUNDLED / file["file"], file["sha256"]) for kind, file in facts["files"].items()},
        preprocessing=Preprocessing(
            fit=shape["fit"],
            edge_px=shape["edge_px"],
            long_edge_px=shape["long_edge_px"],
            multiple_of_px=shape["multiple_of_px"],
            mean=tuple(shape["mean"]),
            sd=tuple(shape["sd"]),
        ),
        percentiles=tuple(facts["percentiles"]["mean_rating"]) if kind == RATING else (),
        facts=facts,
    )
