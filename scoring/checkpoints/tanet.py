"""TANet as its authors save it; the theme branch must be there and of the right shape, and is left out (`scoring.models.tanet`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import nn
from torchvision.models import resnet18

from scoring.checkpoints.read_tensors import Tensors
from scoring.checkpoints.strict_load import check, counts_batches, loaded
from scoring.models.rating_network import RatingNetwork
from scoring.models.tanet import tanet as network

PREFIXES = {
    "mobileNet.base_model.0.": "blocks.",
    "mobileNet.head.2.": "aesthetics.",
    "head_rgb.2.": "colours.",
    "head.2.": "head.",
}
"""Names in the published code (code/AVA/train_nni.py) -> ours."""

THEME_BRANCH = ("res365_last.", "hypernet.", "tygertnet.")
THEMES, THEME_FEATURES = 365, 100
"""Classes of Places365 and width of the theme layer (the published code)."""


def tanet(files: Mapping[str, Tensors], table: Mapping[str, Any]) -> RatingNetwork:
    """The network with the parameters of `files["network"]`; raises `LayoutError`."""
    given = {name: value for name, value in files["network"].items() if not counts_batches(name)}
    theme = {name: value.shape for name, value in given.items() if name.startswith(THEME_BRANCH)}
    check(theme_shapes(), theme)
    return loaded(lambda: network(table), {renamed(name): value for name, value in given.items() if name not in theme})


def renamed(name: str) -> str:
    """`head_rgb.2.weight` -> `colours.weight`; a name of no such layer stays, and is told as left over."""
    for theirs, ours in PREFIXES.items():
        if name.startswith(theirs):
            return ours + name.removeprefix(theirs)
    return name


def theme_shapes() -> dict[str, torch.Size]:
    """Every name and shape of the theme branch."""
    with torch.device("meta"):
        branch = nn.ModuleDict(
            {
                "res365_last": resnet18(weights=None, num_classes=THEMES),
                "hypernet": nn.ModuleDict(
                    {"last_out_w": nn.Linear(THEMES, THEME_FEATURES), "last_out_b": nn.Linear(THEMES, 1)}
                ),
                "tygertnet": nn.ModuleDict(
                    {
                        "fc1": nn.Linear(THEMES, THEME_FEATURES),
                        "bn1": nn.BatchNorm1d(THEME_FEATURES),
                        "relu1": nn.PReLU(),
                        "relu7": nn.PReLU(),
                    }
                ),
            }
        )
    return {name: value.shape for name, value in branch.state_dict().items() if not counts_batches(name)}
