"""From what an entry or a recipe says of its network to the network itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scoring.models.laion_aesthetics import laion_aesthetics
from scoring.models.mobilenet_v1 import nima_mobilenet_v1
from scoring.models.multi_level import MultiLevel
from scoring.models.nima import Nima
from scoring.models.nima_vgg16 import nima_vgg16
from scoring.models.rating_network import RatingNetwork
from scoring.models.saf import Saf
from scoring.models.tanet import tanet


def nima(table: Mapping[str, Any]) -> Nima:
    """`backbone`, `dropout`."""
    return Nima(table["backbone"], table["dropout"])


def multi_level(table: Mapping[str, Any]) -> MultiLevel:
    """`backbone`, `dropout`."""
    return MultiLevel(table["backbone"], table["dropout"])


def saf(table: Mapping[str, Any]) -> Saf:
    """`backbone`, `dropout`, `maps_per_group`, `regressor` (`split` or `joint`)."""
    return Saf(table["backbone"], table["dropout"], table["maps_per_group"], split=table["regressor"] == "split")


ARCHITECTURES: dict[str, Callable[[Mapping[str, Any]], RatingNetwork]] = {
    "laion_aesthetics": laion_aesthetics,
    "multi_level": multi_level,
    "nima": nima,
    "nima_mobilenet_v1": nima_mobilenet_v1,
    "nima_vgg16": nima_vgg16,
    "saf": saf,
    "tanet": tanet,
}
"""Each makes (N, 3, H, W) normalised RGB -> (N, 10) rating distributions, with random parameters."""


def build_network(table: Mapping[str, Any]) -> RatingNetwork:
    """The network that the table `[network]` describes; its key `architecture` names one of `ARCHITECTURES`."""
    return ARCHITECTURES[table["architecture"]](table)
