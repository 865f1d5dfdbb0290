"""RAW + JPEG pairs whose files are marked differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from assist_cli.workflows.read_places import SidecarRead
from assist_cli.workflows.sidecar_problems.changed_since import contradict_one_another, is_ours
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind, mended, reading, writing
from assist_cli.workflows.sidecar_status import AssetStatus, PhotoStatus
from index.photo.marks import Marks
from plugins.editors.darktable import EDITOR as DARKTABLE
from plugins.editors.disagreement import Disagreement, disagreements


def pair_differs(asset: AssetStatus, bases: Mapping[Path, Marks]) -> Iterator[Problem]:
    """As darktable would show them, which takes every file of a pair for a photo of its own."""
    views = {photo.path.name: photo.shown[DARKTABLE.name] for photo in asset.photos if DARKTABLE.name in photo.shown}
    found = list(disagreements(views))
    if not found:
        return
    path = asset.asset.path
    message = "; ".join(f"darktable would show {_words(disagreement)}" for disagreement in found)
    said = [read for photo in asset.photos for read in _marked(photo)]
    is_all_ours = said and all(is_ours(read, bases) for read in said)
    remedy = writing(path) if is_all_ours else reading(path, contradict=contradict_one_another(said, bases))
    yield mended(ProblemKind.PAIR_DIFFERS, path, message, remedy)


def _words(disagreement: Disagreement) -> str:
    return " but ".join(f"{' and '.join(names)} with {text}" for text, names in disagreement.views.items())


def _marked(photo: PhotoStatus) -> list[SidecarRead]:
    return [read for read in photo.places if read.marks.said()]
