"""A stand-in for the XMP engine: sidecars whose only marks are `xmp:Rating`, written and put back by splices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.journal.entries import JournalWrite, PlannedWrite, WriteState
from index.journal.errors import NotPutBackError
from index.journal.writes import Ending
from index.photo.marks import Mark, Marks
from index.photo.safe_file.read import sidecar_now
from index.photo.xmp_edit.splices import Splice, applied
from index.photo.xmp_errors import XmpError, XmpTrouble

RATING = re.compile(rb' xmp:Rating="(\d)"')
PLACE = b"<rdf:Description"


@dataclass(frozen=True)
class EditedStars:
    data: bytes
    splices: tuple[Splice, ...]


def sidecar(stars: int | None = None, title: str = "") -> bytes:
    """A small sidecar with a foreign property."""
    rating = "" if stars is None else f' xmp:Rating="{stars}"'
    return f'<x:xmpmeta><rdf:Description{rating} dc:title="{title}"/></x:xmpmeta>\n'.encode()


def stars_in(data: bytes) -> int | None:
    found = RATING.search(data)
    return int(found[1]) if found else None


def given_stars(data: bytes | None, stars: int | None) -> EditedStars:
    """The same bytes with other stars; a new sidecar where there is none."""
    if data is None:
        return EditedStars(sidecar(stars), ())
    if PLACE not in data:
        raise XmpError(XmpTrouble.MALFORMED, "the XML is not well-formed")
    found = RATING.search(data)
    place = found.span() if found else (data.index(PLACE) + len(PLACE),) * 2
    rating = b"" if stars is None else b' xmp:Rating="%d"' % stars
    splices = (Splice(*place, rating),)
    return EditedStars(applied(data, splices), splices)


def planned(path: Path, stars: int) -> PlannedWrite:
    """The plan to give a sidecar, there or not, these stars."""
    now = sidecar_now(path)
    before = None if now is None else now.data
    edited = given_stars(before, stars)
    return PlannedWrite(
        path,
        path.with_suffix(""),
        before,
        edited.data,
        edited.splices,
        marks_before=Marks() if before is None else Marks(rating=stars_in(before)),
        marks_after=Marks(rating=stars),
        changed=frozenset({Mark.RATING}),
        mode=None if now is None else now.mode,
        mtime_ns=None if now is None else now.mtime_ns,
    )


def done(ids: Iterable[int]) -> list[Ending]:
    """These writes were written."""
    return [Ending(write, WriteState.DONE) for write in ids]


def failed(ids: Iterable[int], reason: str) -> list[Ending]:
    """These were not."""
    return [Ending(write, WriteState.FAILED, reason) for write in ids]


def put_back(data: bytes, write: JournalWrite) -> EditedStars:
    """As the real one: our stars go, unless somebody gave others since."""
    now = stars_in(data)
    if now not in (write.marks_after.rating, write.marks_before.rating):
        raise NotPutBackError(f"stars were changed to {now} since")
    return given_stars(data, write.marks_before.rating)
