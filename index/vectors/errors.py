"""What can be wrong with a file of vectors. It never ends a run: the catalogue holds everything that the file held."""

from __future__ import annotations

from pathlib import Path


class DamagedVectorsError(Exception):
    """The file is not ours, of another version, cut short or altered."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"the index of look-alikes {path} cannot be used ({detail})")
        self.path = path
