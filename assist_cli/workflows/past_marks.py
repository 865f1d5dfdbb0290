"""What the journal knows of the places of photos."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assist_cli.workflows.marked_places import MarkedPlace, Past
from index.journal.database import Journal
from index.photo.marks import Mark
from index.photo.merge_marks import Known


def past_marks(journal: Journal | None, places: Iterable[MarkedPlace]) -> Past:
    """What we last wrote and read in these places. A sidecar that was moved with its folder, and that nobody has changed since, is
    still ours.
    """
    if journal is None:
        return Past({}, {})
    by_path = {place.path: place for place in places}
    known, written = journal.known(by_path), journal.bases(by_path)
    strangers = {path: place.now.data for path, place in by_path.items() if place.now is not None and path not in known}
    former = journal.former_paths(strangers)
    before = [path for paths in former.values() for path in paths]
    known_before, written_before = journal.known(before), journal.bases(before)
    moved = {path: _joined(known_before[one] for one in paths if one in known_before) for path, paths in former.items()}
    moved_written = {
        path: written_before[one] for path, paths in former.items() for one in paths if one in written_before
    }
    return Past({**known, **moved}, written | moved_written)


def _joined(found: Iterable[Mapping[Mark, Known]]) -> Mapping[Mark, Known]:
    """Where one of several was a person's word, it is taken for that."""
    joined: dict[Mark, Known] = {}
    for one in found:
        for mark, known in one.items():
            if mark not in joined or known.by_person:
                joined[mark] = known
    return joined
