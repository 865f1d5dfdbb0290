"""All photos of a cull by their names, growing and learning while scores arrive; each is replaced, never changed."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.workflows.cull.cull_photo import CullPhoto, PhotoAdvice
from index.photo.asset_pairs import name_order
from index.photo.errors import UnreadablePhoto

if TYPE_CHECKING:
    from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto


class PhotoRoll(Mapping[Path, CullPhoto]):
    """The photos in the order in which they lie in their folders, by `CullPhoto.path`."""

    def __init__(self, photos: Iterable[CullPhoto]) -> None:
        self._photos = _in_order(photos)
        self._owners = {file: photo.path for photo in self._photos.values() for file in photo.files}
        self._groups: dict[str, list[Path]] = {}

    def __getitem__(self, path: Path) -> CullPhoto:
        return self._photos[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._photos)

    def __len__(self) -> int:
        return len(self._photos)

    def with_file(self, file: Path) -> CullPhoto | None:
        """The photo that this is a file of."""
        path = self._owners.get(file)
        return None if path is None else self._photos[path]

    def group_of(self, path: Path) -> Sequence[CullPhoto]:
        """The photos of its group in the order of their folders, itself among them; alone where it is in none."""
        advice = self._photos[path].advice
        members = self._groups.get(advice.group_id, [path]) if advice and advice.group_id else [path]
        return [self._photos[member] for member in members]

    def put(self, photo: CullPhoto) -> None:
        """Another state of a photo that is here."""
        self._photos[photo.path] = photo

    def learn(self, outcome: PhotoOutcome) -> CullPhoto | None:
        """What was said of a photo; the photo as it is now, or None where nothing is new.

        A RAW and a JPEG that only share their name turn out to be two photos: the second joins the roll.
        """
        photo = self._unread(outcome) if isinstance(outcome, UnreadablePhoto) else self._scored(outcome)
        if photo is not None:
            self._photos[photo.path] = photo
            self._owners |= dict.fromkeys(photo.files, photo.path)
        return photo

    def advise(self, advice: Mapping[Path, PhotoAdvice]) -> list[CullPhoto]:
        """Our advice on these files; what there was on others stays. The photos that have another one now."""
        changed = []
        for file, said in advice.items():
            photo = self.with_file(file)
            if photo is not None and photo.advice != said:
                self._photos[photo.path] = replace(photo, advice=said)
                changed.append(self._photos[photo.path])
        self._groups = self._by_group()
        return changed

    def _by_group(self) -> dict[str, list[Path]]:
        groups: dict[str, list[Path]] = defaultdict(list)
        for path, photo in self._photos.items():
            if photo.advice is not None and photo.advice.group_id is not None:
                groups[photo.advice.group_id].append(path)
        return dict(groups)

    def _scored(self, outcome: ScoredPhoto) -> CullPhoto:
        record = outcome.record
        photo = self.with_file(record.path)
        if photo is None:
            photo = self._joined(CullPhoto(record.path))
        elif photo.path != record.path and photo.path not in {unread.path for unread in record.unread}:
            self._photos[photo.path] = _without(photo, record.path)
            photo = self._joined(CullPhoto(record.path))
        companions = tuple(file for file in (record.path, *record.companions) if file != photo.path)
        for file in set(photo.companions) - set(companions):
            del self._owners[file]
        return replace(
            photo,
            companions=companions,
            asset_id=record.asset_id,
            exif=record.exif,
            size_px=record.size_px,
            scored=outcome,
            trouble=None,
        )

    def _unread(self, trouble: UnreadablePhoto) -> CullPhoto | None:
        """A companion that cannot be read is no trouble while another file of its photo can."""
        photo = self.with_file(trouble.path)
        if photo is None:
            return self._joined(CullPhoto(trouble.path, trouble=trouble))
        was_read = photo.scored is not None and any(one.path == trouble.path for one in photo.scored.record.unread)
        if photo.path != trouble.path or was_read:
            return None
        return replace(photo, scored=None, trouble=trouble)

    def _joined(self, new: CullPhoto) -> CullPhoto:
        """A photo that nobody knew of, in its place."""
        self._photos = _in_order([*self._photos.values(), new])
        self._owners[new.path] = new.path
        return new


def _without(photo: CullPhoto, file: Path) -> CullPhoto:
    return replace(photo, companions=tuple(one for one in photo.companions if one != file))


def _in_order(photos: Iterable[CullPhoto]) -> dict[Path, CullPhoto]:
    """Folders as they come, and in each by name, what cannot be read too."""
    found = list(photos)
    of = [os.path.dirname(photo.path) for photo in found]  # noqa: PTH120 - a Path for each of thousands is slow
    places = {folder: place for place, folder in enumerate(dict.fromkeys(of))}
    keys = {photo.path: (places[folder], *name_order(photo.path)) for photo, folder in zip(found, of, strict=True)}
    found.sort(key=lambda photo: keys[photo.path])
    return {photo.path: photo for photo in found}
