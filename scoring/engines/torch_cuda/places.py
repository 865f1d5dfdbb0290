"""The networks that find subjects and read exposure on a CUDA device, in full precision."""

from __future__ import annotations

from scoring.engines.places_elsewhere import ExposureElsewhere, SaliencyElsewhere
from scoring.engines.torch_cuda.on_device import OnDevice
from scoring.engines.torch_cuda.parameters import with_parameters
from scoring.engines.torch_cuda.precision import Precision
from scoring.engines.torch_cuda.seen_pictures import ExposedPlaces, SalientPlaces
from scoring.models.exposure_map import ExposureMap
from scoring.models.saliency_network import SaliencyNetwork
from weights.registry import EXPOSURE_WEIGHTS, SALIENCY_WEIGHTS, bundled_entry


def saliency_on(device: str) -> SaliencyElsewhere:
    """`device`: any of torch's. Raises `WeightsError` where the weights that ship are missing or damaged."""
    entry = bundled_entry(SALIENCY_WEIGHTS, "safetensors")
    network = with_parameters(SaliencyNetwork().fold_for_inference(), entry)
    return SaliencyElsewhere(OnDevice(SalientPlaces(network), device, Precision.FULL).said_of)


def exposure_on(device: str) -> ExposureElsewhere:
    """`device`: any of torch's. Raises `WeightsError` where the weights that ship are missing or damaged."""
    entry = bundled_entry(EXPOSURE_WEIGHTS, "safetensors")
    network = with_parameters(ExposureMap().fold_for_inference(), entry)
    return ExposureElsewhere(OnDevice(ExposedPlaces(network), device, Precision.FULL).said_of)
