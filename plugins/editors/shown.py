"""What the places of one photo hold, and what an editor makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.pp3 import Pp3Facts
from index.photo.sidecar_place import Place


@dataclass(frozen=True, slots=True)
class PhotoPlaces:
    """One photo file, and what each place that an editor may look into says of it."""

    photo: Path
    facts: Mapping[Place, MarkFacts] = field(default_factory=dict)
    """By place; where there is no file, or none that can be read, there is none."""
    profile: Pp3Facts | None = None
    """RawTherapee's `.pp3`."""
    damaged: frozenset[Place] = frozenset()
    """Places where a file is that no editor can read either."""
    misspelled: frozenset[Place] = frozenset()
    """Places whose name differs in letter case from the one that is looked for, on a disk where that matters."""
    has_raw_beside: bool = False
    """Whether the photo is the JPEG or HEIF of a RAW + JPEG pair."""

    def spelled_well(self, place: Place) -> MarkFacts | None:
        """What that place says to a program that looks for its very name."""
        return None if place in self.misspelled else self.facts.get(place)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an editor shows of a photo that it meets for the first time, or is told to read again.

    None: it has no such mark, or cannot be told; then a note says so.
    """

    stars: int | None = None
    """0..5; None for a reject too where rejects have no stars."""
    rejected: bool | None = None
    picked: bool | None = None
    labels: tuple[str, ...] | None = None
    """Colours by their English names, or other names as they stand there; empty: no label."""
    crop: bool | None = None
    """Whether a crop of the photo is in force."""
    places: tuple[Place, ...] = ()
    """Where it has that from; empty: nothing there says anything."""
    by_default: bool = False
    """The stars are those that the editor gives every photo."""
    notes: tuple[str, ...] = ()
    """What is particular or in doubt, one sentence each."""

    def noting(self, *notes: str) -> Shown:
        """The same with more notes."""
        return replace(self, notes=(*self.notes, *notes))


@dataclass(frozen=True, slots=True)
class Editor:
    """One editor."""

    name: str
    """As in a command: `darktable`."""
    title: str
    looks: str
    """When it takes in what was written from outside, in a sentence without its name: `reads ...`."""
    shows: Callable[[PhotoPlaces], Shown]
