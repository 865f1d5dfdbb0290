"""Sidecars of which it is not clear, or not to every editor, whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assist_cli.workflows.sidecar_problems.mark_words import listed
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind, mended, writing
from assist_cli.workflows.sidecar_status import FolderStatus, PhotoStatus
from index.photo.darktable_duplicates import Duplicate
from index.photo.sidecar_claims import Claim, likely_owners
from index.photo.sidecar_place import Place, Style

RENAME = "give one of them another name, in the editor so that its sidecar goes along"
MOVE_AFTER = "if the photo was moved, move the sidecar after it"
OWN_SIDECAR = "with a sidecar of its own darktable does not look there; or give one of the two another name"


def shared_sidecars(status: FolderStatus) -> Iterator[Problem]:
    """An `IMG.xmp` that files of different pictures claim, or of which nobody can tell whose it is."""
    misled = misled_photos(status)
    for claim in status.claims:
        if claim.owner is None and claim.claimants:
            yield _nobodys(claim)
        yield from (_misleading(claim, path) for path in claim.claimants if claim.owner and path in misled)


def misled_photos(status: FolderStatus) -> frozenset[Path]:
    """Photos without a sidecar of their whole name, beside which there is an `IMG.xmp` of another picture, or of nobody knows
    which.
    """
    pictures = {file: asset.asset.path for asset in status.assets for file in asset.asset.files}
    with_own = {photo.path for asset in status.assets for photo in asset.photos if _has_own(photo)}
    owners = {path: claim.owner for claim in status.claims for path in claim.claimants}
    return frozenset(
        path
        for path, owner in owners.items()
        if path in pictures and path not in with_own and (owner is None or pictures.get(owner) != pictures[path])
    )


def _has_own(photo: PhotoStatus) -> bool:
    return any(read.place is Place.DARKTABLE for read in photo.places)


def photos_gone(status: FolderStatus) -> Iterator[Problem]:
    """Sidecars without a photo."""
    for path in status.orphans:
        message = f"{path.name} has no photo: none of that name is here"
        yield Problem(ProblemKind.PHOTO_GONE, path, message, None, MOVE_AFTER)


def numbered_names(status: FolderStatus) -> Iterator[Problem]:
    """`IMG_01.CR3.xmp` where both `IMG.CR3` and `IMG_01.CR3` are photos."""
    for duplicate, read in status.duplicates:
        if duplicate.rival is not None and read.derived_from is not None:
            yield from _numbered(duplicate, duplicate.rival, read.derived_from)


def _nobodys(claim: Claim) -> Problem:
    """Its own word for whose it is names a file that is not here, or there is no such word and files are alike."""
    likely = likely_owners(claim.claimants)
    if len(likely) > 1:
        message = f"{claim.sidecar.name} may be the sidecar of {_either(likely)}: nothing tells which"
        return Problem(ProblemKind.SHARED_SIDECAR, claim.sidecar, message, None, RENAME)
    message = f"{claim.sidecar.name} says that it is for another file than {likely[0].name}, which is not here"
    return Problem(ProblemKind.PHOTO_GONE, claim.sidecar, message, None, MOVE_AFTER)


def _misleading(claim: Claim, photo: Path) -> Problem:
    owner = claim.owner.name if claim.owner else ""
    message = f"{claim.sidecar.name} is the sidecar of {owner}, but darktable would take its marks for {photo.name} too"
    return mended(ProblemKind.SHARED_SIDECAR, claim.sidecar, message, writing(photo, Style.DARKTABLE, OWN_SIDECAR))


def _numbered(duplicate: Duplicate, rival: Path, derived_from: str) -> Iterator[Problem]:
    if derived_from == duplicate.photo.name:
        message = (
            f"{duplicate.sidecar.name} was written for a duplicate of {duplicate.photo.name} in darktable, "
            f"but has the name of the sidecar of {rival.name}"
        )
        yield Problem(ProblemKind.NUMBERED_NAME, duplicate.sidecar, message, None, RENAME)


def _either(paths: list[Path]) -> str:
    return listed([path.name for path in paths]).replace(" and ", " or ")
