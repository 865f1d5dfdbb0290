"""Whose marks a photo has here: found by the name of any of its files, else by its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from assist_cli.workflows.file_stamps import is_absent
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
    photos: Sequence[One],
    here: Mapping[Path, PersonsMarks],
    of_pictures: Callable[[Iterable[str]], Mapping[str, Sequence[PersonsMarks]]],
) -> Iterator[tuple[One, PersonsMarks]]:
    """The photos of which a person said something, with the latest of it; `here`: what was said of files of these names.

    Where nobody said anything of that, what was said of its picture under a name that is gone.
    """
    said = {photo.path: [here[file] for file in (photo.path, *photo.companions) if file in here] for photo in photos}
    elsewhere = of_pictures(photo.asset_id for photo in photos if photo.asset_id and not said[photo.path])
    for photo in photos:
        found = said[photo.path]
        if not found and photo.asset_id:
            found = [one for one in elsewhere.get(photo.asset_id, ()) if is_absent(one.path)]
        if found:
            yield photo, max(found, key=lambda one: one.changed)
