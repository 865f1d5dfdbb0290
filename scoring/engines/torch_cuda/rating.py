"""The rating network on a CUDA device."""

from __future__ import annotations

from scoring.engines.rating_elsewhere import RatingElsewhere
from scoring.engines.torch_cuda.on_device import OnDevice
from scoring.engines.torch_cuda.parameters import parameters_of, with_parameters
from scoring.engines.torch_cuda.precision import Precision, as_asked_for
from scoring.engines.torch_cuda.seen_pictures import RatedPictures
from scoring.models.architectures import build_network
from scoring.models.embedder import Embedder
from weights.entry import WeightsEntry
from weights.registry import EMBEDDER_WEIGHTS, bundled_entry


def rating_on(device: str, entry: WeightsEntry, precision: Precision = Precision.FULL) -> RatingElsewhere:
    """`device`: any of torch's, `cpu` in tests. Raises `WeightsError` where the file holds another network."""
    network = with_parameters(build_network(entry.facts["network"]).fold_for_inference(), entry)
    seen = RatedPictures(network, entry.preprocessing, embedder_of(entry))
    return RatingElsewhere(entry, OnDevice(seen, device, precision).said_of, as_asked_for(device, precision))


def embedder_of(rating: WeightsEntry) -> Embedder | None:
    """The shipped embedder where it was made for these weights; raises `WeightsError` where its file is missing or damaged."""
    entry = bundled_entry(EMBEDDER_WEIGHTS, "safetensors")
    if entry.facts["network"]["features_sha256"] != rating.files["safetensors"].sha256:
        return None
    dimension, features = parameters_of(entry)["map.weight"].shape
    return with_parameters(Embedder(features, dimension), entry)
