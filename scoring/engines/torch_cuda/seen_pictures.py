"""Networks that take pictures as they are, so that little is copied to the device: (N, h, w, 3) uint8 sRGB."""

from __future__ import annotations

import torch
from torch import nn

from scoring.models.exposure_map import ExposureMap
from scoring.models.rating_network import RatingNetwork
from scoring.models.saliency_network import SaliencyNetwork
from weights.entry import Preprocessing


class RatedPictures(nn.Module):
    """-> (N, 10) rating distributions; with them (N, F) features where the network tells them, and (N, D) embeddings of these."""

    scale: torch.Tensor
    offset: torch.Tensor

    def __init__(self, network: RatingNetwork, wanted: Preprocessing, embedder: nn.Module | None) -> None:
        super().__init__()
        self.network, self.embedder = network, embedder
        mean, sd = (torch.tensor(values).reshape(3, 1, 1) for values in (wanted.mean, wanted.sd))
        self.register_buffer("scale", 1.0 / (255.0 * sd), persistent=False)
        self.register_buffer("offset", -mean / sd, persistent=False)

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """See the class. What is read from the features is computed in full precision, whatever they were computed in."""
        features = self.network.features(channels_first(pictures) * self.scale + self.offset).float()
        with torch.autocast(pictures.device.type, enabled=False):
            rated = self.network.rated(features)
            if not self.network.tells_features:
                return (rated,)
            return (rated, features) if self.embedder is None else (rated, features, self.embedder(features))


class SalientPlaces(nn.Module):
    """-> (N, h/4, w/4) in [0, 1]: how likely each place shows the subject."""

    def __init__(self, network: SaliencyNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """See the class."""
        return (torch.sigmoid(self.network(pictures).float()),)


class ExposedPlaces(nn.Module):
    """-> EV from well exposed, and the error to expect of it, (N, h/4, w/4) each."""

    def __init__(self, network: ExposureMap) -> None:
        super().__init__()
        self.network = network

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """See the class."""
        ev, scale_ev = self.network(pictures)
        return ev, scale_ev


def channels_first(pictures: torch.Tensor) -> torch.Tensor:
    """(N, h, w, 3) uint8 -> (N, 3, h, w) float32."""
    return pictures.permute(0, 3, 1, 2).float()
