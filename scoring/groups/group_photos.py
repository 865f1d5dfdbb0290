"""All groups of a library, from what is known of its photos: no photo is in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import numpy.typing as npt

from scoring.groups.brackets import find_brackets
from scoring.groups.capture_order import CaptureOrder, capture_order
from scoring.groups.copies import edited_copies
from scoring.groups.duplicates import SAME_DATA, exact_duplicates
from scoring.groups.focus_stacks import find_focus_stacks
from scoring.groups.group import CopyOf, Group, GroupKind
from scoring.groups.kinds import kind_of_scene
from scoring.groups.looks import GlanceOf, Looks
from scoring.groups.panoramas import find_panoramas
from scoring.groups.reasons import (
    bracket_reason,
    burst_reason,
    copies_reason,
    panorama_reason,
    scene_reason,
    stack_reason,
    with_copies,
)
from scoring.groups.same_scene import same_scene
from scoring.groups.seen_photo import AlikePairs, SeenPhoto


def group_photos(
    photos: Sequence[SeenPhoto],
    embeddings: npt.NDArray[np.float32],
    glance_of: GlanceOf,
    alike: AlikePairs,
) -> list[Group]:
    """The groups of `photos`, in the order their first frames were taken.

    `embeddings`: (N, D) float32 rows of L2 norm 1, a zero row where there is none. `glance_of`: asked a few times for each
    photo. `alike`: the pairs whose cosine is at least `same_scene.ALIKE_FROM`; neighbours in time and number are
    compared whatever they look like. What is no frame of its own (a copy) is set aside first, then sets that must stay whole
    are found, then bursts and near-duplicates among the rest.
    """
    if not photos:
        return []
    order, looks = capture_order(photos), Looks(np.asarray(embeddings, np.float32), glance_of)
    copies = _set_aside(photos, order, looks, alike)
    kept = np.ones(len(photos), bool)
    kept[[copy.member for copy in copies]] = False
    groups = [
        *_sets(kept, find_brackets(photos, order, looks, kept), GroupKind.BRACKET, partial(bracket_reason, photos)),
        *_sets(kept, find_focus_stacks(photos, order, looks, kept), GroupKind.FOCUS_STACK, stack_reason),
        *_sets(kept, find_panoramas(photos, order, looks, kept), GroupKind.PANORAMA, panorama_reason),
    ]
    for scene in same_scene(order, looks, alike, kept):
        kind = kind_of_scene(order, scene)
        reason = burst_reason if kind is GroupKind.BURST else partial(scene_reason, photos)
        groups.append(Group(kind, scene.members, reason(order, scene.members)))
    groups = _with_copies(groups, copies, order)
    return sorted(groups, key=lambda group: int(order.rank[group.members[0]]))


def _set_aside(photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, alike: AlikePairs) -> list[CopyOf]:
    """Every copy, each with the one original of them all."""
    same = exact_duplicates(photos, order)
    kept = np.ones(len(photos), bool)
    kept[[copy.member for copy in same]] = False
    edited = edited_copies(photos, order, looks, alike, kept)
    originals = {copy.member: copy for copy in edited}
    # The double of a resized copy is a resized copy.
    moved = [
        replace(originals[copy.original], member=copy.member) if copy.original in originals else copy for copy in same
    ]
    return moved + edited


def _sets(
    kept: npt.NDArray[np.bool_],
    found: Sequence[tuple[int, ...]],
    kind: GroupKind,
    reason: Callable[[tuple[int, ...]], str],
) -> list[Group]:
    """Groups of the sets found, whose photos are no longer `kept` for others."""
    for members in found:
        kept[list(members)] = False
    return [Group(kind, members, reason(members)) for members in found]


def _with_copies(groups: Sequence[Group], copies: Sequence[CopyOf], order: CaptureOrder) -> list[Group]:
    """The groups with the copies of their members; pictures that have nothing but copies become groups."""
    by_original: dict[int, list[CopyOf]] = defaultdict(list)
    for copy in copies:
        by_original[copy.original].append(copy)
    whole = []
    for group in groups:
        own = [copy for member in group.members for copy in by_original.pop(member, [])]
        members = order.in_order((*group.members, *(copy.member for copy in own)))
        reason = with_copies(group.reason, len(own))
        whole.append(replace(group, members=members, copies=tuple(own), reason=reason))
    return whole + [_of_copies(own, order) for own in by_original.values()]


def _of_copies(copies: Sequence[CopyOf], order: CaptureOrder) -> Group:
    is_same = all(copy.reason == SAME_DATA for copy in copies)
    members = order.in_order((copies[0].original, *(copy.member for copy in copies)))
    kind = GroupKind.DUPLICATE if is_same else GroupKind.NEAR_DUPLICATE
    return Group(kind, members, copies_reason([copy.reason for copy in copies]), tuple(copies))
