"""Which weights rate, and whose rating is told where a photo has several."""

from __future__ import annotations

from index.catalog.stored import StoredPhoto, StoredRating
from weights.registry import DEFAULT_RATING_WEIGHTS, EMBEDDER_WEIGHTS, bundled_entries, entries, find_entry

DIGEST_LETTERS = 12
"""Enough of a sha256 to tell every file of one name apart."""


def weights_stamp(name: str = DEFAULT_RATING_WEIGHTS) -> str:
    """The weights called `name` as `<arch>.<tag>@<digest>`: retrained ones of the same name differ.

    Raises `WeightsError` that names the nearest where none are called so.
    """
    entry = find_entry(name)
    return f"{entry.name}@{entry.files['onnx'].sha256[:DIGEST_LETTERS]}"


def embedder_stamp() -> str:
    """As `weights_stamp`, of the embedder that ships: it places every photo among others, whatever weights rate."""
    entry = bundled_entries()[EMBEDDER_WEIGHTS]
    return f"{entry.name}@{entry.files['onnx'].sha256[:DIGEST_LETTERS]}"


def rating_by(stored: StoredPhoto, stamp: str) -> StoredRating | None:
    """What exactly these weights said of the photo."""
    return next((rating for rating in stored.ratings if rating.weights == stamp), None)


def rating_told(stored: StoredPhoto, stamp: str | None, default: str) -> StoredRating | None:
    """What the chosen weights said; where nobody chose, what the default ones said, else whichever spoke last."""
    if stamp is not None:
        return rating_by(stored, stamp)
    return rating_by(stored, default) or next(iter(stored.ratings), None)


def still_exist(stamp: str) -> bool:
    """Whether this program has the weights of that stamp: neither removed nor retrained since."""
    name = stamp.partition("@")[0]
    return name in entries() and weights_stamp(name) == stamp
