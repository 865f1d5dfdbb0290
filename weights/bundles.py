"""Weights that only make sense together, under one name: what `assist weights pull faces` brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Bundle:
    """A name for several public checkpoints; whoever pulls it gets each of them."""

    name: str
    summary: str
    parts: tuple[str, ...]
    """Names of public checkpoints, in the order in which they are fetched."""


FACES = Bundle("faces", "Finds faces and tells open from closed eyes", ("yunet.2023mar", "ocec_s.2025oct"))

BUNDLES: Mapping[str, Bundle] = MappingProxyType({FACES.name: FACES})


def parts_of(name: str) -> tuple[str, ...]:
    """The checkpoints that `name` stands for: a bundle's parts, else itself."""
    return BUNDLES[name].parts if name in BUNDLES else (name,)
