"""A crop as a step of darktable's history, put behind all edits that are there."""

from __future__ import annotations

from index.photo.mark_fields.darktable_history import (
    FULL_FRAME,
    CropFound,
    History,
    Step,
    crop_of,
    crop_step,
    turned_by,
)
from index.photo.mark_fields.facts import MarkFacts
from index.photo.marks import CropBox
from index.photo.xmp_edit.edits import Edit, SetSimple, SetStructs

SMALLEST_SIDE = 0.1
"""Older darktables make smaller crops larger, newer ones from a hundredth on (src/iop/crop.c)."""
SAME = 1e-5
"""Crops nearer than this are the same: darktable keeps 32-bit numbers."""
XMP_VERSION = "5"
"""`darktable:xmp_version` of darktable 4.2 to 5.4; without one the history is not read (tried)."""


def darktable_crop_refusal(crop: CropBox | None, facts: MarkFacts, orientation: int) -> str | None:
    """Why this crop cannot be appended to the history, or None."""
    history = facts.darktable_history
    if history.trouble:
        return history.trouble
    if crop is None:
        unclear = crop_of(_foreign(history), orientation).unclear
        return f"its crop cannot be taken away: {unclear}" if unclear else None
    if crop.turn_deg:
        return "a straightened crop cannot be written into darktable's history"
    if min(crop.right - crop.left, crop.bottom - crop.top) < SMALLEST_SIDE:
        return "darktable keeps at least a tenth of each side"
    if min(crop.edges) < 0 or max(crop.edges) > 1:
        return "the crop reaches out of the picture"
    if turned := turned_by({step.operation: step for step in history.steps}, orientation):
        return f"a crop would land beside its place: {turned}"
    return None


def darktable_crop_edits(crop: CropBox | None, facts: MarkFacts, orientation: int) -> list[Edit]:
    """Edits that make `crop` the one in force, the edits before it left as they are.

    Steps that were undone in darktable are dropped with their masks, as darktable does at the next edit. Our own crop, while it is
    the last step, is replaced or dropped; any other stays in the history, and ours comes behind it. A crop that is not ours is
    taken away by a step that switches the crop module off, which darktable shows as such and can undo.
    """
    history, wanted = facts.darktable_history, None if crop is None else crop.edges
    if _says(history.crop(orientation), wanted):
        return []
    kept = _foreign(history)
    end = history.end - (len(history.steps) - len(kept))
    new = [] if _says(crop_of(kept, orientation), wanted) else [_new_step(end, kept, wanted)]
    ours = frozenset(step.position for step in history.steps[len(kept) :])
    edits: list[Edit] = [SetStructs("darktable:history", "Seq", history.undone | ours, tuple(new))]
    if history.stale_masks:
        edits.append(SetStructs("darktable:masks_history", "Seq", history.stale_masks, ()))
    edits.append(SetSimple("darktable:history_end", str(end + len(new))))
    if "darktable:history_current_hash" in facts.present:
        edits.append(SetSimple("darktable:history_current_hash", None))
    if "darktable:xmp_version" not in facts.present:
        edits.append(SetSimple("darktable:xmp_version", XMP_VERSION))
    return edits


def _new_step(num: int, kept: tuple[Step, ...], wanted: tuple[float, float, float, float] | None) -> dict[str, str]:
    if wanted is not None:
        return crop_step(num, wanted, enabled=True)
    edges = crop_of(kept, 1).edges or FULL_FRAME
    return crop_step(num, edges, enabled=False)


def _foreign(history: History) -> tuple[Step, ...]:
    """The steps in force without our own crops at their end."""
    steps = history.steps
    while steps and steps[-1].is_ours:
        steps = steps[:-1]
    return steps


def _says(found: CropFound, wanted: tuple[float, float, float, float] | None) -> bool:
    if found.unclear:
        return False
    if found.edges is None or wanted is None:
        return found.edges is wanted
    return all(abs(a - b) <= SAME for a, b in zip(found.edges, wanted, strict=True))
