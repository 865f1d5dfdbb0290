"""Remembers up to which moment photos were dealt with, and in which folders: a restart finds what arrived meanwhile."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.photo.safe_file.replace import replace_file
from index.watch.file_look import FileLook
from index.watch.state_files import state_file

log = logging.getLogger(__name__)

SUFFIX = ".watermark.json"
KEY = "dealt_with_before_ns"
FOLDERS_KEY = "folders"


@dataclass(frozen=True, slots=True)
class DealtWith:
    """Nanoseconds since 1970: every photo whose ctime is earlier was dealt with, if it lay in one of `folders`: paths below the
    watched one, with their inodes. None where an older note does not tell them.
    """

    before_ns: int
    folders: Mapping[str, int] | None

    def has_come(self, inside: Path, look: FileLook) -> bool:
        """Whether the folder was moved there since, whose files then may look as old as they are. That its inode is another one is
        not enough: a FAT card gets new ones each time it is put in.
        """
        if self.folders is None:
            return False
        inode = self.folders.get(str(inside))
        return inode is None or (inode != look.inode and look.ctime_ns >= self.before_ns)


NOTHING = DealtWith(0, None)
"""No photo is older than that."""


class Watermark:
    """The moment for one folder, kept in a file of `state_dir`, which is made where it is not there."""

    def __init__(self, folder: Path, state_dir: Path) -> None:
        self._path = state_file(state_dir, folder, SUFFIX)

    def read(self) -> DealtWith | None:
        """None where the folder was never watched; `NOTHING` where it was, and the note is damaged. Raises OSError where the disk
        refuses.
        """
        data = self._bytes()
        if data is None:
            return None
        try:
            note = json.loads(data)
            folders = note.get(FOLDERS_KEY)
            return DealtWith(int(note[KEY]), None if folders is None else {**folders})
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            log.warning("%s is damaged (%s); every photo is looked at again", self._path, error)
            return NOTHING

    def write(self, dealt_with: DealtWith) -> None:
        """Keeps this moment. The old or the new one is there, whole, whatever happens. Raises `FileRefusedError` and its kin where
        the disk refuses.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        note = {KEY: dealt_with.before_ns, FOLDERS_KEY: dealt_with.folders}
        replace_file(self._path, json.dumps(note).encode(), was=self._bytes())

    def _bytes(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
