"""Which photos a person picked, rejected or left undecided, here or in an editor: for pipes, and for `--apply`."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.filters import find_filter
from assist_cli.workflows.cull.listed import Listed
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.read_marks import read_marks
from index.photo.errors import UnreadablePhoto
from index.photo.formats import is_photo

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MarkedPhotos:
    """Those that were asked for, and what of all that was named cannot be read."""

    photos: list[CullPhoto]
    unreadable: list[UnreadablePhoto]


def list_marked(paths: Sequence[Path], catalog: Path, which: Listed) -> MarkedPhotos:
    """Those photos, as a cull would show them. `CullPhoto.files` names the RAW beside a JPEG. Sidecars are read first, as a cull
    does behind its back: what somebody picked in an editor is not undecided. Raises as `open_session`, and `JournalError`.
    """
    with open_session(paths, catalog) as session:
        read = read_marks(session.photos, paths, catalog, lambda: True)
        if read.unreadable:
            log.warning("%d sidecars or folders cannot be read; assist sidecars read names them", read.unreadable)
        session.look_again()
        troubles = [photo.trouble for photo in session.photos if photo.trouble is not None]
        matches = find_filter(which).matches
        photos = [photo for photo in session.visible if matches(photo) and _is_photo(photo)]
        return MarkedPhotos(photos, troubles)


def _is_photo(photo: CullPhoto) -> bool:
    """Broken ones too; a folder that may not be opened is none."""
    return photo.trouble is None or is_photo(photo.path)
