"""Photos that could not be read and are not tried again until they change: listed at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.photo.errors import UnreadablePhoto
from index.watch.file_look import FileLook


@dataclass(frozen=True, slots=True)
class _Letter:
    photo: UnreadablePhoto
    look: FileLook | None


class DeadLetters:
    """One a file, with how it looked when it was given up."""

    def __init__(self) -> None:
        self._letters: dict[Path, _Letter] = {}

    def __len__(self) -> int:
        return len(self._letters)

    def add(self, photo: UnreadablePhoto, look: FileLook | None) -> bool:
        """Whether that is news."""
        letter = _Letter(photo, look)
        is_news = self._letters.get(photo.path) != letter
        self._letters[photo.path] = letter
        return is_news

    def is_dead(self, path: Path, look: FileLook | None) -> bool:
        """Whether it was given up and looks just as it did: it need not be read to be told again. Permissions and who may change
        them show in the look too, by its ctime.
        """
        letter = self._letters.get(path)
        return letter is not None and look is not None and letter.look == look

    def forget(self, path: Path) -> None:
        """It could be read after all, or is gone."""
        self._letters.pop(path, None)

    def all(self) -> Sequence[UnreadablePhoto]:
        """In the order in which they were given up."""
        return [letter.photo for letter in self._letters.values()]
