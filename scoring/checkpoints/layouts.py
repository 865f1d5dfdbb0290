"""The layouts that we can read, by the name that an entry gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scoring.checkpoints.keras_mobilenet_v1 import keras_mobilenet_v1
from scoring.checkpoints.laion_clip import laion_clip
from scoring.checkpoints.pyiqa_nima_vgg16 import pyiqa_nima_vgg16
from scoring.checkpoints.read_tensors import Tensors
from scoring.checkpoints.tanet import tanet
from scoring.models.rating_network import RatingNetwork

Loader = Callable[[Mapping[str, Tensors], Mapping[str, Any]], RatingNetwork]
"""From the tensors of each role and an entry's `[network]` table to the network; raises `LayoutError`."""

LAYOUTS: dict[str, Loader] = {
    "keras_mobilenet_v1": keras_mobilenet_v1,
    "laion_clip": laion_clip,
    "pyiqa_nima_vgg16": pyiqa_nima_vgg16,
    "tanet": tanet,
}
