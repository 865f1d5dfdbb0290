"""Opens networks on a device, and believes it only where it says what the CPU says."""

from __future__ import annotations

import logging
from functools import cache
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from scoring.engines.errors import DeviceError
from scoring.engines.picture_networks import ON_CPU, PictureNetworks
from scoring.engines.rating_elsewhere import RatingElsewhere
from scoring.engines.torch_cuda.on_device import first_line
from scoring.engines.torch_cuda.places import exposure_on, saliency_on
from scoring.engines.torch_cuda.precision import AGREEMENT, Precision
from scoring.engines.torch_cuda.rating import rating_on
from weights.entry import WeightsEntry

log = logging.getLogger(__name__)

U8 = npt.NDArray[np.uint8]


class OnTrial(Protocol):
    """A network on a device that can be asked beside the same one on the CPU."""

    def off_by(self, rgb: U8) -> float:
        """Largest difference of any number that the two say of a picture; infinite where the device says nothing."""
        ...


def open_rating(entry: WeightsEntry, device: str, wanted: Precision) -> RatingElsewhere:
    """The rating network in `wanted` precision where it agrees with the CPU, else in full; else raises `DeviceError`."""
    try:
        return _first_that_agrees(entry, device, wanted)
    except RuntimeError as error:  # not even room for the parameters, or a driver that fails
        raise DeviceError(f"the GPU failed: {first_line(error)}", "run with --device cpu") from error


def _first_that_agrees(entry: WeightsEntry, device: str, wanted: Precision) -> RatingElsewhere:
    for precision in dict.fromkeys((wanted, Precision.FULL)):
        engine = rating_on(device, entry, precision)
        if agrees(engine, precision):
            return engine
        log.info("in %s precision this device rates otherwise than the CPU", precision)
    raise DeviceError("this GPU rates otherwise than the CPU", "run with --device cpu")


def open_places(device: str) -> PictureNetworks:
    """What finds subjects and reads exposure, in full precision: they are small, and which thing counts as the subject is a
    choice that a hair may tip (in half precision the map was off by 0.007). The CPU's where the device says otherwise.
    """
    try:
        saliency, exposure = saliency_on(device), exposure_on(device)
        trouble = "" if agrees(saliency, Precision.FULL) and agrees(exposure, Precision.FULL) else "other numbers"
    except RuntimeError as error:
        trouble = first_line(error)
    if trouble:
        log.warning("assist: the CPU and not the GPU finds subjects and reads exposure: %s", trouble)
        return ON_CPU
    return PictureNetworks(lambda: saliency, lambda: exposure)


def agrees(engine: OnTrial, precision: Precision) -> bool:
    """Whether it says of a drawn picture what the CPU says; a device that cannot say never does."""
    return engine.off_by(trial_picture()) <= AGREEMENT[precision]


@cache
def trial_picture() -> U8:
    """(320, 480, 3) uint8 sRGB: soft patches of many colours, edges and grain."""
    random = np.random.default_rng(0)
    patches = cv2.resize(random.uniform(20, 235, (8, 12, 3)), (480, 320), interpolation=cv2.INTER_CUBIC)
    cv2.circle(patches, (170, 150), 70, (210.0, 40.0, 60.0), -1)
    return np.asarray(np.clip(patches + random.normal(0, 8, patches.shape), 0, 255), np.uint8)
