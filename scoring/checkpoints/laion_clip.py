"""LAION's aesthetic heads as published, on CLIP's vision transformer as Hugging Face's transformers saves it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch

from scoring.checkpoints.read_tensors import Tensors
from scoring.checkpoints.strict_load import LayoutError, loaded
from scoring.models.laion_aesthetics import (
    HIGHEST_MEAN,
    LOWEST_MEAN,
    MLP_PLACES,
    STEPS,
    laion_aesthetics,
)
from scoring.models.rating_network import RatingNetwork
from scoring.training.rating_prior import usual_distribution

OTHER_HALF = re.compile(r"text_model\.|text_projection\.|logit_scale$|.*\.position_ids$")
"""What CLIP's file holds beside the half that sees: the half that reads, and counters."""

OUTER = {
    "vision_model.embeddings.class_embedding": "class_token",
    "vision_model.embeddings.patch_embedding.weight": "patches.weight",
    "vision_model.embeddings.position_embedding.weight": "positions",
    "vision_model.pre_layrnorm.weight": "before.weight",
    "vision_model.pre_layrnorm.bias": "before.bias",
    "vision_model.post_layernorm.weight": "after.weight",
    "vision_model.post_layernorm.bias": "after.bias",
    "visual_projection.weight": "projection.weight",
}
"""transformers' names (modeling_clip.py; the misspelling is theirs) -> ours."""

INNER = {
    "layer_norm1": "norm1",
    "layer_norm2": "norm2",
    "self_attn.q_proj": "query",
    "self_attn.k_proj": "key",
    "self_attn.v_proj": "value",
    "self_attn.out_proj": "out",
    "mlp.fc1": "widen",
    "mlp.fc2": "narrow",
}
"""The same, within a layer."""

LAYER = re.compile(r"vision_model\.encoder\.layers\.(?P<number>\d+)\.(?P<part>.+)\.(?P<kind>weight|bias)")


def laion_clip(files: Mapping[str, Tensors], table: Mapping[str, Any]) -> RatingNetwork:
    """The network with `files["head"]` on `files["trunk"]`; raises `LayoutError`."""
    trunk = {f"blocks.{ours}": value for ours, value in trunk_state(files["trunk"]).items()}
    head = {f"head.{ours}": value for ours, value in head_state(files["head"]).items()}
    return loaded(lambda: laion_aesthetics(table), {**trunk, **head, "spread": usual_spreads()})


def trunk_state(tensors: Tensors) -> Tensors:
    """The half that sees, by our names."""
    return {trunk_name(name): value for name, value in tensors.items() if not OTHER_HALF.match(name)}


def trunk_name(name: str) -> str:
    """`vision_model.encoder.layers.3.mlp.fc1.bias` -> `blocks.3.widen.bias`; raises `LayoutError` for a name that is not CLIP's."""
    if name in OUTER:
        return OUTER[name]
    found = LAYER.fullmatch(name)
    if found is None or found["part"] not in INNER:
        raise LayoutError(f"it holds {name}, which is not CLIP's")
    return f"blocks.{found['number']}.{INNER[found['part']]}.{found['kind']}"


def head_state(tensors: Tensors) -> Tensors:
    """`layers.4.weight` -> `2.weight`: the published sequence counts its dropout. The linear head has nothing to rename."""
    renamed = {}
    for name, value in tensors.items():
        for place, number in enumerate(MLP_PLACES):
            name = re.sub(rf"^layers\.{number}\.", f"{place}.", name)
        renamed[name] = value
    return renamed


def usual_spreads() -> torch.Tensor:
    """(449, 10): the usual distribution of opinions at every mean that the network's table holds."""
    means = np.linspace(LOWEST_MEAN, HIGHEST_MEAN, STEPS + 1)
    return torch.from_numpy(np.stack([usual_distribution(float(mean)) for mean in means])).float()
