"""Files that stand in for pulled weights."""

from __future__ import annotations

from weights.bundles import FACES
from weights.cache import staged
from weights.keep import write_entry
from weights.public_checkpoint import find_public_checkpoint


def keep_stand_in(name: str, content: bytes = b"a network") -> None:
    """Put `content` where `assist weights pull NAME` would put the network, with an entry that fits it."""
    with staged(name) as part:
        file = part / f"{name}.onnx"
        file.write_bytes(content)
        write_entry(find_public_checkpoint(name), [file], {}, part)


def keep_stand_in_faces() -> None:
    """All parts of the bundle `faces`."""
    for name in FACES.parts:
        keep_stand_in(name)
