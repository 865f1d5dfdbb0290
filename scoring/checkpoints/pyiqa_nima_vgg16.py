"""NIMA on VGG16 as pyiqa saves it: `params` holds timm's flattened feature layers and the classifier's third place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.checkpoints.read_tensors import Tensors
from scoring.checkpoints.strict_load import loaded
from scoring.models.nima_vgg16 import nima_vgg16
from scoring.models.rating_network import RatingNetwork

PREFIXES = {"base_model.features_": "blocks.", "classifier.2.": "head."}
"""pyiqa's names (pyiqa/archs/nima_arch.py over timm's `features_only`) -> ours, which are torchvision's."""


def pyiqa_nima_vgg16(files: Mapping[str, Tensors], table: Mapping[str, Any]) -> RatingNetwork:
    """The network with the parameters of `files["network"]`; raises `LayoutError`."""
    return loaded(lambda: nima_vgg16(table), {renamed(name): value for name, value in files["network"].items()})


def renamed(name: str) -> str:
    """`base_model.features_0.weight` -> `blocks.0.weight`; a name of no such layer stays, and is told as left over."""
    for theirs, ours in PREFIXES.items():
        if name.startswith(theirs):
            return ours + name.removeprefix(theirs)
    return name
