"""What belongs to a photo and goes where it goes: its files, and every sidecar that is its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from index.photo.darktable_duplicates import darktable_duplicates
from index.photo.folder_listing import FolderListing, name_key
from index.photo.formats import SIDECAR_EXTENSIONS, extension
from index.photo.mark_fields.read import facts_of
from index.photo.safe_file.errors import SafeFileError
from index.photo.safe_file.read import read_sidecar
from index.photo.sidecar_claims import claim_on
from index.photo.xmp import read_xmp
from index.photo.xmp_errors import XmpError


@dataclass(frozen=True, slots=True)
class Travellers:
    """The files of one photo with its sidecars; `staying`: sidecars of its name that another photo claims too."""

    files: tuple[Path, ...]
    staying: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Travel:
    """Tells for the photos of one folder what goes with each."""

    listing: FolderListing
    gone: set[Path] = field(default_factory=set)
    """Files of the folder that are as good as gone: they claim nothing any more. For whoever plans to add to."""

    def of(self, files: Sequence[Path]) -> Travellers:
        """Everything that goes with these files of one photo, which come first."""
        names = {name_key(file.name) for file in files}
        taken: dict[Path, None] = dict.fromkeys(files)
        staying: list[Path] = []
        for sidecar in self._candidates(files):
            if sidecar in taken or sidecar in self.gone:
                continue
            if name_key(sidecar.stem) in names or self._is_copy_of(sidecar, names):
                taken[sidecar] = None
            elif self.listing.spelled(sidecar.stem) or not self._is_of_stem(sidecar, files):
                continue
            elif self._belongs(sidecar, names):
                taken[sidecar] = None
            elif not self._is_anothers(sidecar, names):
                staying.append(sidecar)
        return Travellers(tuple(taken), tuple(staying))

    def _candidates(self, files: Sequence[Path]) -> Iterator[Path]:
        for file in files:
            yield from self._by_stem.get(name_key(file.name), ())
            yield from self._by_stem.get(name_key(file.stem), ())
            yield from self._copies.get(name_key(file.name), ())

    @cached_property
    def _by_stem(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for names in self.listing.names.values():
            for path in (self.listing.folder / name for name in names):
                if extension(path) in SIDECAR_EXTENSIONS:
                    found.setdefault(name_key(path.stem), []).append(path)
        return {stem: sorted(paths) for stem, paths in found.items()}

    @cached_property
    def _copies(self) -> dict[str, list[Path]]:
        """By the `name_key` of a photo: the sidecars of its duplicates in darktable."""
        found: dict[str, list[Path]] = {}
        for duplicate in darktable_duplicates(self.listing):
            if duplicate.rival is None:
                found.setdefault(name_key(duplicate.photo.name), []).append(duplicate.sidecar)
        return found

    def _is_copy_of(self, sidecar: Path, names: set[str]) -> bool:
        return any(sidecar in self._copies.get(name, ()) for name in names)

    def _is_of_stem(self, sidecar: Path, files: Sequence[Path]) -> bool:
        return name_key(sidecar.stem) in {name_key(file.stem) for file in files}

    def _claimants(self, sidecar: Path) -> list[Path]:
        claim = claim_on(sidecar, self.listing)
        return [path for path in claim.claimants if path not in self.gone]

    def _belongs(self, sidecar: Path, names: set[str]) -> bool:
        """Whether nobody else claims it, or it says itself, or by its kind, whose it is."""
        others = [path for path in self._claimants(sidecar) if name_key(path.name) not in names]
        return not others or self._owner(sidecar) in names

    def _is_anothers(self, sidecar: Path, names: set[str]) -> bool:
        owner = self._owner(sidecar)
        return owner is not None and owner not in names

    def _owner(self, sidecar: Path) -> str | None:
        owner = claim_on(sidecar, self.listing, _said_extension(sidecar)).owner
        return None if owner is None or owner in self.gone else name_key(owner.name)


def _said_extension(sidecar: Path) -> str | None:
    """For which kind of file an `IMG.xmp` says that it is; nothing where it says nothing, or cannot be read."""
    if extension(sidecar) != ".xmp":
        return None
    try:
        return facts_of(read_xmp(read_sidecar(sidecar)), 1, None).sidecar_for_extension
    except (SafeFileError, XmpError):
        return None
