"""How sharp the subject is, told only where frames look at the same thing: a sharper background is no sharper frame."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from scoring.assessment import Assessment
from scoring.assessors.focus_target import TargetKind
from scoring.assessors.focus_value import VALUE_SCALE, VALUE_START
from scoring.assessors.focus_verdict import Moved
from scoring.box import Box
from scoring.ranking.evidence import number
from scoring.ranking.picks.ranked_photo import RankedPhoto

SAME_PLACE = 0.3
"""Boxes of a likely subject that overlap by less of their union show two things: half of the usual 0.5 for "the same object"
(Pascal VOC, Everingham et al. 2010), for a box in motion; a choice."""
BY_PLACE = frozenset({TargetKind.SUBJECT})
"""Kinds of which there may be several in a scene; eyes, a face and the AF point are the same thing wherever they are."""


@dataclass(frozen=True, slots=True)
class SeenTarget:
    """What should be sharp. `box`: shares of width and height; `sharpness`: how sharp its sharpest tiles look, in
    [0, 1]."""

    kind: TargetKind
    box: Box
    sharpness: float

    def shows_what(self, other: SeenTarget) -> bool:
        """Whether both are the same thing, as far as kind and place tell."""
        return self.kind is other.kind and (self.kind not in BY_PLACE or overlap(self.box, other.box) >= SAME_PLACE)


def seen_target(photo: RankedPhoto) -> SeenTarget | None:
    """What focus judged the photo by; None where it named nothing, or abstained, or the whole frame is smeared by a movement, which
    leaves the share of fine detail nearly as it is (`focus_value`)."""
    said = photo.said_by("focus")
    if said is None or said.evidence.get("target") in (None, "none") or said.evidence.get("moved") == Moved.FRAME:
        return None
    box = _box(said, photo.size_px)
    sharpness = visible_sharpness(number(said, "target_sharpness"))
    return None if box is None else SeenTarget(TargetKind(str(said.evidence["target"])), box, sharpness)


def visible_sharpness(sharpness: float) -> float:
    """Share of fine detail -> how sharp it looks, in [0, 1], as `focus_value` has it: from crisp to crisper nobody sees a step."""
    return 1.0 - math.exp(-max(0.0, sharpness - VALUE_START) / VALUE_SCALE)


def same_targets(photos: Sequence[RankedPhoto]) -> list[SeenTarget | None]:
    """The target of each frame that shows what most frames show; None for the others.

    None for all unless that is more than half of them: then frames are compared by their crispest parts, for what is found in a
    few frames may be what blur made of the others.
    """
    found = [seen_target(photo) for photo in photos]
    kinds = Counter(target.kind for target in found if target is not None)
    if not kinds:
        return found
    kind = kinds.most_common(1)[0][0]
    alike = [target.box for target in found if target is not None and target.kind is kind]
    middle = SeenTarget(kind, _median_box(alike), 0.0)
    same = [target if target is not None and target.shows_what(middle) else None for target in found]
    shown = sum(target is not None for target in same)
    return same if shown > max(1.0, len(photos) / 2) else [None] * len(found)


def crispness(photo: RankedPhoto) -> float | None:
    """How crisp the crispest areas are, whatever they show; falls with every blur and movement. None where there are no edges."""
    said = photo.said_by("sharpness")
    return None if said is None else said.value


def usual_size(photos: Sequence[RankedPhoto]) -> tuple[int, int]:
    """The size that most frames have, the larger of two; (long, short) in px. Sharpness is compared among these alone: a smaller
    picture looks crisper, pixel for pixel."""
    sizes = Counter(lying(photo.size_px) for photo in photos)
    return max(sizes, key=lambda size: (sizes[size], size))


def lying(size_px: tuple[int, int]) -> tuple[int, int]:
    """(long, short): a frame held upright has the pixels of one that was not."""
    return max(size_px), min(size_px)


def overlap(one: Box, other: Box) -> float:
    """Intersection over union of two boxes."""
    across = max(0.0, min(one[2], other[2]) - max(one[0], other[0]))
    down = max(0.0, min(one[3], other[3]) - max(one[1], other[1]))
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return across * down / max(sum(areas) - across * down, 1e-12)


def _box(said: Assessment, size_px: tuple[int, int]) -> Box | None:
    edges = said.evidence.get("target_px")
    if not isinstance(edges, Sequence) or isinstance(edges, str) or len(edges) != 4:
        return None
    x0, y0, x1, y1 = (float(edge) / size_px[index % 2] for index, edge in enumerate(edges))
    return x0, y0, x1, y1


def _median_box(boxes: Sequence[Box]) -> Box:
    x0, y0, x1, y1 = (median(edges) for edges in zip(*boxes, strict=True))
    return x0, y0, x1, y1
