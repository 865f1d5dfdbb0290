"""Which photos a person picked, rejected or left undecided, for pipes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.filters import find_filter
from assist_cli.workflows.cull.listed import Listed
from assist_cli.workflows.cull.open_session import open_session


def list_marked(paths: Sequence[Path], catalog: Path, which: Listed) -> list[CullPhoto]:
    """Those photos, as a cull would show them. `CullPhoto.files` names the RAW beside a JPEG. Raises as `open_session`."""
    with open_session(paths, catalog) as session:
        return [photo for photo in session.visible if find_filter(which).matches(photo)]
