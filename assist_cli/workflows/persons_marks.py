"""Whose marks a photo has here: found by the name of any of its files, else by its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from index.catalog.people_marks import PersonsMarks


class Named(Protocol):
    """Whatever knows a photo's files and its picture: a record of the catalogue, a photo that is culled."""

    @property
    def path(self) -> Path:
        """The judged file, absolute."""

    @property
    def companions(self) -> tuple[Path, ...]:
        """Its other files."""

    @property
    def asset_id(self) -> str | None:
        """Digest of the picture data; None where nobody has read it yet."""


One = TypeVar("One", bound=Named)


def persons_marks(
    photos: Iterable[One], here: Mapping[Path, PersonsMarks], of_picture: Callable[[str], list[PersonsMarks]]
) -> Iterator[tuple[One, PersonsMarks]]:
    """The photos of which a person said something, with the latest of it; `here`: what was said of files of these names.

    Where nobody said anything of that, what was said of its picture under a name that is gone.
    """
    for photo in photos:
        found = [here[file] for file in (photo.path, *photo.companions) if file in here]
        if not found and photo.asset_id:
            found = [one for one in of_picture(photo.asset_id) if not one.path.exists()]
        if found:
            yield photo, max(found, key=lambda one: one.changed)
