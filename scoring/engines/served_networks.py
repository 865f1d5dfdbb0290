"""Networks of a device that other processes ask through the one that opened them: there is one of each, and batches form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt

from scoring.engines.networks_on_device import networks_on
from scoring.engines.picture_networks import PictureNetworks
from scoring.engines.places_elsewhere import ExposureElsewhere, SaliencyElsewhere
from scoring.engines.rating_elsewhere import RatingElsewhere
from scoring.engines.rating_engine import RatingEngine, open_rating_engine, wants_cuda
from scoring.engines.said_of import Said, SaidOf
from weights.registry import find_entry

U8 = npt.NDArray[np.uint8]

RATING, SALIENCY, EXPOSURE = "rating", "saliency", "exposure"

AskNetwork = Callable[[str, U8], Said]
"""The name of a network, and a picture as `SaidOf` takes it -> what the network says; safe to call from several threads."""


class ServedNetworks:
    """What a device can be asked by others; safe to call from several threads at once."""

    def __init__(self, engine: RatingElsewhere, networks: PictureNetworks) -> None:
        """As opened on the device; those of `networks` that are the CPU's are no use to others, who have one too."""
        self._said_of: dict[str, SaidOf] = {RATING: engine.said_of}
        for name, network in ((SALIENCY, networks.saliency()), (EXPOSURE, networks.exposure())):
            if isinstance(network, SaliencyElsewhere | ExposureElsewhere):
                self._said_of[name] = network.said_of

    def said_of(self, name: str, picture: U8) -> Said:
        """An `AskNetwork`."""
        said_of = self._said_of.get(name)
        return None if said_of is None else said_of(picture)


def served_on(device: str, weights: str) -> AskNetwork | None:
    """The networks on `device`, one of `DEVICES`, opened; None where that is the CPU, which every process has.

    Raises `DeviceError` and `WeightsError` as `open_rating_engine` does.
    """
    if not wants_cuda(device):
        return None
    engine = open_rating_engine(device, weights)
    if not isinstance(engine, RatingElsewhere):  # `auto`, and a device that is not believed
        return None
    return ServedNetworks(engine, networks_on(engine.device)).said_of


def asking(ask: AskNetwork, weights: str) -> tuple[RatingEngine, PictureNetworks]:
    """The other end: networks that `ask`, with the weights that are served as rating. Raises `WeightsError`."""
    saliency, exposure = SaliencyElsewhere(partial(ask, SALIENCY)), ExposureElsewhere(partial(ask, EXPOSURE))
    # What else this process opens it opens on the CPU: the device has room for the one who serves it.
    engine = RatingElsewhere(find_entry(weights), partial(ask, RATING), "cpu")
    return engine, PictureNetworks(lambda: saliency, lambda: exposure)
