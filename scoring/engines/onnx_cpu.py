"""Runs networks on the CPU with ONNX Runtime; never loads torch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from scoring.engines.network_input import fitted, network_input
from scoring.engines.rated import Rated
from scoring.exposure_reading import ExposureReading
from scoring.once import once
from weights.entry import WeightsEntry
from weights.registry import WeightsError, how_to_mend

F32 = npt.NDArray[np.float32]
OnnxNetwork = Callable[[F32], dict[str, F32]]
"""The input of a network that has only one -> its outputs by name; safe to call from several threads at once."""

RatingSession = tuple[onnxruntime.InferenceSession, list[str]]
"""A network that rates, and which of what we ask for it tells."""

ERRORS_ONLY = 3
"""ONNX Runtime's log severity: a picture of another size than the file declares would be a warning a photo."""


class OnnxRatingEngine:
    """One session, shared by all threads; each photo runs on the thread that asks, so results never depend on company."""

    device = "cpu"

    def __init__(self, entry: WeightsEntry) -> None:
        """Returns before the network is open."""
        file = entry.files["onnx"]
        self._entry = entry
        self._preprocessing = entry.preprocessing
        self.weights = f"{entry.name}@{file.sha256[:12]}"

    def open(self) -> None:
        """Opens the network, which whoever first asks it would do else. Raises `WeightsError`; who asks next tries anew."""
        self._network  # noqa: B018

    def rate(self, rgb: npt.NDArray[np.uint8]) -> F32:
        """(H, W, 3) uint8 sRGB, upright -> (10,) float32 probabilities of the ratings 1..10."""
        session, _ = self._network
        (distribution,) = session.run(["rating_dist"], {"picture": network_input(rgb, self._preprocessing)})
        return np.asarray(distribution[0], np.float32)

    def rate_with_features(self, rgb: npt.NDArray[np.uint8]) -> Rated:
        """As `rate`, with the (F,) float32 features where the file gives them; one run of the network."""
        session, told = self._network
        distribution, *features = session.run(told, {"picture": network_input(rgb, self._preprocessing)})
        return Rated(
            np.asarray(distribution[0], np.float32), np.asarray(features[0][0], np.float32) if features else None
        )

    @once
    def _network(self) -> RatingSession:
        path = self._entry.files["onnx"].path
        try:
            session = _session(path)
        except Exception as error:  # ONNX Runtime's kinds of trouble have nothing in common
            raise WeightsError(f"{path.name} cannot be opened: {error}", how_to_mend(self._entry)) from error
        return session, [name for name in ("rating_dist", "features") if name in _outputs(session)]


class OnnxExposureEngine:
    """The exposure map: one session, shared by all threads."""

    def __init__(self, entry: WeightsEntry) -> None:
        self._session = _session(entry.files["onnx"].path)
        self._preprocessing = entry.preprocessing

    def read(self, rgb: npt.NDArray[np.uint8]) -> ExposureReading:
        """(H, W, 3) uint8 sRGB, upright, any size -> the EV of its regions."""
        ev, scale_ev = self._session.run(None, {"picture": fitted(rgb, self._preprocessing)[None]})
        return ExposureReading(np.asarray(ev[0], np.float32), np.asarray(scale_ev[0], np.float32))


class OnnxSaliencyEngine:
    """The saliency network: one session, shared by all threads."""

    def __init__(self, entry: WeightsEntry) -> None:
        self._session = _session(entry.files["onnx"].path)
        self._preprocessing = entry.preprocessing

    def read(self, rgb: npt.NDArray[np.uint8]) -> F32:
        """(H, W, 3) uint8 sRGB, upright, any size -> (h, w) float32 in [0, 1], a quarter of the network's input."""
        (saliency,) = self._session.run(None, {"picture": fitted(rgb, self._preprocessing)[None]})
        return np.asarray(saliency[0], np.float32)


def open_network(model: Path | bytes) -> OnnxNetwork:
    """A network with one input, from its file or from what the file holds; whoever opens it has checked its digest."""
    session = _session(model)
    (wanted,) = session.get_inputs()
    names = _outputs(session)

    def run(batch: F32) -> dict[str, F32]:
        return dict(zip(names, session.run(names, {wanted.name: batch}), strict=True))

    return run


def session_options() -> onnxruntime.SessionOptions:
    """What every network runs with; what else was tried is in docs/performance.md."""
    options = onnxruntime.SessionOptions()
    # Photos run beside each other on the workers; threads inside one photo would fight them for the same cores.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Every photo has its own size: remembering buffers for each would make memory grow.
    options.enable_mem_pattern = False
    options.log_severity_level = ERRORS_ONLY
    return options


def _outputs(session: onnxruntime.InferenceSession) -> list[str]:
    return [output.name for output in session.get_outputs()]


def _session(model: Path | bytes) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(
        model if isinstance(model, bytes) else str(model), session_options(), providers=["CPUExecutionProvider"]
    )
