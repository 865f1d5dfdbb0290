"""Which photos a person picked, rejected or left undecided, here or in an editor: for pipes, and for `--apply`."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.filters import find_filter
from assist_cli.workflows.cull.listed import Listed
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.read_marks import read_marks

log = logging.getLogger(__name__)


def list_marked(paths: Sequence[Path], catalog: Path, which: Listed) -> list[CullPhoto]:
    """Those photos, as a cull would show them. `CullPhoto.files` names the RAW beside a JPEG. Sidecars are read first, as a cull
    does behind its back: what somebody picked in an editor is not undecided. Raises as `open_session`, and `JournalError`.
    """
    with open_session(paths, catalog) as session:
        read = read_marks(session.photos, paths, catalog, lambda: True)
        if read.unreadable:
            log.warning("%d sidecars or folders cannot be read; assist sidecars read names them", read.unreadable)
        session.look_again()
        return [photo for photo in session.visible if find_filter(which).matches(photo)]
