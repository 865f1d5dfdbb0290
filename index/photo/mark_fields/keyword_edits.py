"""Edits of the properties that hold keywords; only the keywords named come and go."""

from __future__ import annotations

from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.keywords import SEPARATOR, keywords_said, leaf, orphaned_levels
from index.photo.xmp_edit.edits import AddItems, Edit, RemoveItems

SUBJECT, PATHS, DIGIKAM_PATHS = "dc:subject", "lr:hierarchicalSubject", "digiKam:TagsList"
DIGIKAM_SEPARATOR = "/"


def keyword_edits(change: KeywordChange, facts: MarkFacts) -> list[Edit]:
    """Whole paths in `lr:hierarchicalSubject`, last levels in `dc:subject`, and digiKam's list where there is one.

    A word that stood in `dc:subject` before we added a path with it goes with that path: nothing there says whose it is.
    """
    edits: list[Edit] = []
    there = frozenset(keywords_said(facts.subjects, facts.hierarchical))
    if new := tuple(path for path in dict.fromkeys(change.add) if path not in there):
        leaves = tuple(word for word in dict.fromkeys(map(leaf, new)) if word not in facts.subjects)
        edits += [AddItems(SUBJECT, "Bag", leaves)] if leaves else []
        edits.append(AddItems(PATHS, "Bag", new))
        edits += [AddItems(DIGIKAM_PATHS, "Seq", _digikam(new))] if DIGIKAM_PATHS in facts.present else []
    if gone := tuple(path for path in dict.fromkeys(change.remove) if path in there):
        levels = orphaned_levels(gone, (*facts.hierarchical, *new))
        words = tuple(word for word in dict.fromkeys(facts.subjects) if word in levels)
        edits += [RemoveItems(SUBJECT, words)] if words else []
        edits += [RemoveItems(PATHS, gone)] if not set(gone).isdisjoint(facts.hierarchical) else []
        edits += [RemoveItems(DIGIKAM_PATHS, _digikam(gone))] if DIGIKAM_PATHS in facts.present else []
    return edits


def _digikam(paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path.replace(SEPARATOR, DIGIKAM_SEPARATOR) for path in paths)
