"""Which photos the finding of tilts is measured on: no constant was chosen and nothing is learned on them."""

from __future__ import annotations

import hashlib


def is_reported(name: str) -> bool:
    """Half of all photos, by a hash of the file's name."""
    return hashlib.blake2b(name.encode()).digest()[0] % 2 == 1
