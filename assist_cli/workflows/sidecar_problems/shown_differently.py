"""Photos of which editors would show different stars, labels or flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assist_cli.workflows.read_places import SidecarRead
from assist_cli.workflows.sidecar_problems.changed_since import contradict_one_another, is_ours
from assist_cli.workflows.sidecar_problems.mark_words import listed, marks_text
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind, copying_inside, mended, reading, writing
from assist_cli.workflows.sidecar_status import AssetStatus, PhotoStatus
from index.photo.formats import extension
from index.photo.marks import Marks
from index.photo.sidecar_place import Place
from plugins.editors.disagreement import Disagreement, disagreements
from plugins.editors.lightroom import EDITOR as LIGHTROOM
from plugins.editors.lightroom import FIVE, MARKS_INSIDE
from plugins.editors.registry import EDITORS

TITLES = {editor.name: editor.title for editor in EDITORS}
READS_INSIDE = "Lightroom reads the marks of such a file only from inside it"
NAMES = "give it one of the names Red, Yellow, Green, Blue, Purple in the editor: they are shown as colours everywhere"


def shown_differently(
    asset: AssetStatus, bases: Mapping[Path, Marks], misled: frozenset[Path] = frozenset()
) -> Iterator[Problem]:
    """At most one finding a file of the asset. `misled`: photos for which editors may look into the sidecar of another."""
    for photo in asset.photos:
        found = list(disagreements(photo.shown))
        if found and photo.path not in misled:
            yield _problem(asset, photo, found, bases)


def _problem(
    asset: AssetStatus, photo: PhotoStatus, found: Sequence[Disagreement], bases: Mapping[Path, Marks]
) -> Problem:
    said = [read for read in photo.places if marks_text(read.marks) != "nothing"]
    views = f"{photo.path.name}: {'; '.join(_views(disagreement) for disagreement in found)}"
    if _stands_only_beside(photo, said):
        sidecar = next(read.path for read in said if read.place is not Place.EMBEDDED)
        remedy = copying_inside(sidecar, photo.path)
        return mended(ProblemKind.ONLY_BESIDE, photo.path, f"{views}; {READS_INSIDE}", remedy)
    message, path = views + _whence(said), asset.asset.path
    if all(disagreement.mark == "label" for disagreement in found) and _has_own_name(said):
        return Problem(ProblemKind.SHOWN_DIFFERENTLY, photo.path, message, None, NAMES)
    is_all_ours = said and all(is_ours(read, bases) for read in said)
    contradict = contradict_one_another(list(_places_of(asset)), bases)
    remedy = writing(path) if is_all_ours else reading(path, contradict=contradict)
    return mended(ProblemKind.SHOWN_DIFFERENTLY, photo.path, message, remedy)


def _places_of(asset: AssetStatus) -> Iterator[SidecarRead]:
    """Every place of every file, once: reading takes in all of them."""
    yield from {read.path: read for photo in asset.photos for read in photo.places}.values()


def _views(disagreement: Disagreement) -> str:
    """`darktable and digiKam would show 4 stars, Lightroom Classic no stars`."""
    told = [f"{listed([TITLES[name] for name in names])} | {text}" for text, names in _most_first(disagreement.views)]
    return ", ".join(told).replace(" | ", " would show ", 1).replace(" | ", " ")


def _most_first(views: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    """Who shows nothing comes last."""
    return sorted(views.items(), key=lambda view: view[0].startswith("no "))


def _has_own_name(said: Sequence[SidecarRead]) -> bool:
    """Whether a label is none of the five that mean one colour everywhere."""
    return any(label not in FIVE for read in said for label in read.marks.labels)


def _whence(said: Sequence[SidecarRead]) -> str:
    """Where what stands, the newest sidecar told."""
    if len(said) == 1:
        inside = said[0].place is Place.EMBEDDED
        return "; only the photo itself says so" if inside else f"; only {said[0].path.name} says so"
    newest = max((read for read in said if read.modified_ns), key=lambda read: read.modified_ns, default=None)
    told = [f"{_name(read)} says {marks_text(read.marks)}{' (newest)' if read is newest else ''}" for read in said]
    return f"; {listed(told)}" if told else ""


def _name(read: SidecarRead) -> str:
    return "the photo itself" if read.place is Place.EMBEDDED else read.path.name


def _stands_only_beside(photo: PhotoStatus, said: Sequence[SidecarRead]) -> bool:
    """Whether all that is wrong is that Lightroom does not look beside such a photo."""
    if extension(photo.path) not in MARKS_INSIDE or not said or any(read.place is Place.EMBEDDED for read in said):
        return False
    others = {name: shown for name, shown in photo.shown.items() if name != LIGHTROOM.name}
    return not any(disagreements(others))
