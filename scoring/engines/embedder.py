"""Embeds photos from what the rating network saw in them: where the shipped network rates, this costs no second pass."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.engines.rated import Rated
from scoring.engines.rating_engine import RatingEngine, open_rating_engine
from weights.registry import EMBEDDER_WEIGHTS, REINSTALL, WeightsError, bundled_entry, find_entry

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

BLANK = 1e-6
"""An embedding shorter than this before it is brought to length 1 has no direction; none of a picture has been met."""


class Embedder:
    """Photos of one moment lie close together, whatever network rates them; safe to call from several threads at once."""

    def __init__(self, rating: RatingEngine) -> None:
        """`rating`: what rates the photos. Raises `WeightsError` where the shipped weights are missing or damaged."""
        # ONNX Runtime takes a fifth of a second to import.
        from scoring.engines.onnx_cpu import open_network

        entry = bundled_entry(EMBEDDER_WEIGHTS)
        network = entry.facts["network"]
        self._map = open_network(entry.files["onnx"].path)
        self._seer = (
            None
            if _name(rating) == network["features_of"]
            else open_rating_engine(rating.device, network["features_of"])
        )
        self.dimension = int(network["dimension"])
        self.weights = f"{entry.name}@{entry.files['onnx'].sha256[:12]}"
        if find_entry(network["features_of"]).files["safetensors"].sha256 != network["features_sha256"]:
            raise WeightsError(f"{entry.name} was made for another {network['features_of']}", REINSTALL)

    def rate(self, rating: RatingEngine, rgb: U8) -> tuple[F32, F32]:
        """(H, W, 3) uint8 sRGB, upright -> (10,) rating distribution, and (D,) float32 of L2 norm 1."""
        rated = rating.rate_with_features(rgb)
        return rated.rating_dist, self._embedded(rated if self._seer is None else self._seer.rate_with_features(rgb))

    def _embedded(self, seen: Rated) -> F32:
        if seen.embedding is not None:
            return seen.embedding
        assert seen.features is not None, "the weights that the embedder was made for tell their features"
        return np.asarray(self._map(seen.features[None])["embedding"][0], np.float32)


def _name(rating: RatingEngine) -> str:
    return rating.weights.partition("@")[0]
