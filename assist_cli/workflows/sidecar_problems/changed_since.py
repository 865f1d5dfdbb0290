"""Marks that we wrote and somebody changed since: people beat machines, so theirs are to be taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assist_cli.workflows.read_places import SidecarRead
from assist_cli.workflows.sidecar_problems.mark_words import differing, marks_text
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind, mended, reading
from assist_cli.workflows.sidecar_status import AssetStatus
from index.photo.marks import Mark, Marks

COMPARED = frozenset(Mark) - {Mark.CROP}
"""A crop is moved by whoever straightens a horizon; it is no rating."""


def changed_since(asset: AssetStatus, bases: Mapping[Path, Marks]) -> Iterator[Problem]:
    """`bases`: what we wrote last, by sidecar."""
    for read in asset.sidecars:
        changed = changes_by_others(read, bases)
        if changed:
            by = f" ({read.writer} wrote the file last)" if read.writer else ""
            was, now = marks_text(bases[read.path], changed), marks_text(read.marks, changed)
            message = f"{read.path.name} said {was} when photo-assist wrote it and says {now} now{by}"
            yield mended(ProblemKind.CHANGED_SINCE, read.path, message, reading(asset.asset.path))


def changes_by_others(read: SidecarRead, bases: Mapping[Path, Marks]) -> frozenset[Mark]:
    """Which marks of ours are not as we wrote them."""
    base = bases.get(read.path)
    if base is None or read.trouble:
        return frozenset()
    return differing(base, read.marks, base.said() & COMPARED)


def is_ours(read: SidecarRead, bases: Mapping[Path, Marks]) -> bool:
    """Whether all marks there that editors show are ones that we wrote, and still are as we wrote them."""
    base = bases.get(read.path)
    return base is not None and not differing(base, read.marks, read.marks.said() & COMPARED)


def contradict_one_another(said: Sequence[SidecarRead], bases: Mapping[Path, Marks]) -> bool:
    """Whether people said different things of one mark in two of these places."""
    people = [read for read in said if not is_ours(read, bases)]
    return any(
        differing(one.marks, other.marks, one.marks.said() & other.marks.said() & COMPARED)
        for number, one in enumerate(people)
        for other in people[number + 1 :]
    )
