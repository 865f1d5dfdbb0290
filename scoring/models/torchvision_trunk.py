"""Any convolutional network of torchvision's zoo up to its last feature map, whatever its layers are called."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO

import torch
from torch import nn
from torchvision import models
from torchvision.models import list_models
from torchvision.models.feature_extraction import create_feature_extractor, get_graph_node_names

from scoring.models.trunk import Trunk

AFTER_THE_MAP = ("adaptive_avg_pool2d", "avgpool", "classifier", "dropout", "fc", "flatten", "head", "mean")
"""How torchvision calls what comes after the last feature map."""
PROBES = ((128, 160), (160, 96))
"""Two sizes that a network must take, for photos have many."""


class TrunkError(ValueError):
    """No trunk of this name, one that cannot take photos of any size, or no convolutional one."""


class TorchvisionTrunk(Trunk):
    """(N, 3, H, W) -> a list of one (N, C, h, w): the last feature map. Parameters keep torchvision's names."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.network = last_map_extractor(name)
        self.channels = [channels_of(name, self.eval())]
        if attends(self.network):
            raise TrunkError(f"{name} is no convolutional network")

    def forward(self, batch: torch.Tensor) -> list[torch.Tensor]:
        """(N, 3, H, W) float, normalised -> [(N, C, h, w)]."""
        return [self.network(batch)["map"]]


def channels_of(name: str, trunk: nn.Module) -> int:
    """How many channels the last map has; raises `TrunkError` where it does not follow the picture's size."""
    try:
        # torch.fx prints the traced code of a network that fails before it raises.
        with redirect_stderr(StringIO()), torch.no_grad():
            maps = [trunk(torch.zeros(1, 3, *size))[-1] for size in PROBES]
    except (AssertionError, RuntimeError) as error:
        raise TrunkError(f"{name} takes pictures of one size only") from error
    if any(each.ndim != 4 for each in maps) or maps[0].shape[2:] == maps[1].shape[2:]:
        raise TrunkError(f"{name} has no feature map that follows the size of the picture")
    return int(maps[0].shape[1])


def attends(network: nn.Module) -> bool:
    """Whether a traced network attends within windows (Swin): ONNX keeps those of the size that it was exported at."""
    graph: torch.fx.Graph = network.graph  # type: ignore[assignment]
    return any("attention" in str(node.target) for node in graph.nodes)


def last_map_extractor(name: str) -> nn.Module:
    """The network without its head; raises `TrunkError` for one that is unknown or takes one size only."""
    if name not in list_models(module=models):
        raise TrunkError(f"torchvision has no classifier called {name}")
    # Two networks of 2014 and 2015 ask whether to spend minutes on their own random start.
    asked = {"init_weights": False} if name in ("googlenet", "inception_v3") else {}
    network = models.get_model(name, weights=None, **asked)
    _, nodes = get_graph_node_names(network, suppress_diff_warning=True)
    last = [node for node in nodes if node.partition(".")[0] not in AFTER_THE_MAP][-1]
    extractor: nn.Module = create_feature_extractor(network, {last: "map"}, suppress_diff_warning=True)
    return extractor
