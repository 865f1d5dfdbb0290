"""Whose an `IMG.xmp` is where several files have that stem: a RAW, its DNG, a JPEG, a TIFF, a film."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.photo.folder_listing import FolderListing, name_key
from index.photo.formats import PHOTO_EXTENSIONS, RAW_EXTENSIONS, extension

DNG_EXTENSIONS = frozenset({".dng"})
OTHER_RAW_EXTENSIONS = frozenset(
    ".3fr .crw .dcr .erf .fff .gpr .iiq .kdc .mef .mos .mrw .nrw .raw .rwl .sr2 .srf .x3f".split()  # noqa: SIM905
)
"""RAW files that we do not read, but whose sidecars Adobe's editors write (Adobe, "Supported camera models")."""
OTHER_CLAIMING_EXTENSIONS = frozenset({".psd", ".psb", ".jxl", ".mov", ".mp4", ".m4v", ".avi", ".mts"})
"""Further files beside which programs write an `IMG.xmp`: RhetTbull/osxphotos#210 for films."""
PROPRIETARY_RAW_EXTENSIONS = (RAW_EXTENSIONS - DNG_EXTENSIONS) | OTHER_RAW_EXTENSIONS
"""Those whose marks Adobe's editors keep beside the file; a DNG carries them inside (research: Lightroom ignores
sidecars of DNG)."""
CLAIMING_EXTENSIONS = PHOTO_EXTENSIONS | OTHER_RAW_EXTENSIONS | OTHER_CLAIMING_EXTENSIONS


@dataclass(frozen=True, slots=True)
class Claim:
    """An `IMG.xmp`, all files whose sidecar it may be, and the one whose it is."""

    sidecar: Path
    claimants: tuple[Path, ...]
    owner: Path | None
    """None: names alone do not tell, or what it says it is for is not there."""

    @property
    def is_shared(self) -> bool:
        """Whether some editor would take the marks of one file for those of another."""
        return len(self.claimants) > 1


def claim_on(sidecar: Path, listing: FolderListing, for_extension: str | None = None) -> Claim:
    """Who claims an `IMG.xmp`. `for_extension`: its `photoshop:SidecarForExtension` ("CR3"), which settles it.

    Else it is the one camera RAW's, as Adobe's editors have it; else the one DNG's; else the only file's.
    """
    claimants = tuple(path for path in listing.of_stem(sidecar.stem) if extension(path) in CLAIMING_EXTENSIONS)
    if for_extension:
        wanted = "." + for_extension.strip().lstrip(".").lower()
        return Claim(sidecar, claimants, _only([path for path in claimants if extension(path) == wanted]))
    return Claim(sidecar, claimants, _only(likely_owners(claimants)))


def claims_in(listing: FolderListing) -> Iterator[Claim]:
    """Every `IMG.xmp` of the folder that speaks for no file by its whole name, in the order of names."""
    for sidecar in listing.sidecars():
        if not listing.spelled(sidecar.stem):  # IMG.CR3.xmp beside IMG.CR3 is nobody else's
            yield claim_on(sidecar, listing)


def likely_owners(claimants: Sequence[Path]) -> list[Path]:
    """Of files of one stem those that an `IMG.xmp` is most likely for; one, unless they are alike."""
    for extensions in (PROPRIETARY_RAW_EXTENSIONS, DNG_EXTENSIONS):
        found = [path for path in claimants if extension(path) in extensions]
        if found:
            return found
    return list(claimants)


def belongs(sidecar: Path, photo: Path, listing: FolderListing) -> bool:
    """Whether, by names alone, an `IMG.xmp` may hold the marks of this photo and not of another one.

    `IMG.CR3` and `img.cr3` are two photos where the disk tells letter case apart; then `IMG.xmp` is not the second one's.
    """
    owners = likely_owners(claim_on(sidecar, listing).claimants)
    spelled_alike = [owner for owner in owners if owner.stem == sidecar.stem]
    twins = [owner for owner in spelled_alike if name_key(owner.name) == name_key(photo.name)]
    return photo in (twins or owners)


def _only(paths: Sequence[Path]) -> Path | None:
    return paths[0] if len(paths) == 1 else None
