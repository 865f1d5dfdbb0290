"""Remembers up to which moment a folder's photos were dealt with, so that a restart finds what arrived meanwhile."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from index.photo.safe_file.replace import replace_file
from index.watch.state_files import state_file

log = logging.getLogger(__name__)

SUFFIX = ".watermark.json"
KEY = "dealt_with_before_ns"


class Watermark:
    """The moment for one folder, kept in a file of `state_dir`, which is made where it is not there."""

    def __init__(self, folder: Path, state_dir: Path) -> None:
        self._path = state_file(state_dir, folder, SUFFIX)

    def read(self) -> int | None:
        """Nanoseconds since 1970: every photo whose ctime is earlier was dealt with; None where that is not known. Raises OSError
        where the disk refuses.
        """
        data = self._bytes()
        if data is None:
            return None
        try:
            return int(json.loads(data)[KEY])
        except (ValueError, TypeError, KeyError) as error:
            log.warning("%s is damaged (%s); every photo is looked at again", self._path, error)
            return None

    def write(self, before_ns: int) -> None:
        """Keeps this moment. The old or the new one is there, whole, whatever happens. Raises `FileRefusedError` and its kin where
        the disk refuses.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, json.dumps({KEY: before_ns}).encode(), was=self._bytes())

    def _bytes(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
