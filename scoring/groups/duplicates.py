"""Photos that hold the same picture data, byte for byte."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scoring.groups.capture_order import CaptureOrder
from scoring.groups.group import CopyOf
from scoring.groups.seen_photo import SeenPhoto

SAME_DATA = "the same picture data"


def exact_duplicates(photos: Sequence[SeenPhoto], order: CaptureOrder) -> list[CopyOf]:
    """All but one photo of each picture: the one that stays has a plain name and comes first."""
    by_asset: dict[str, list[int]] = defaultdict(list)
    for at, photo in enumerate(photos):
        by_asset[photo.asset_id].append(at)
    copies = []
    for members in by_asset.values():
        if len(members) > 1:
            original, *others = sorted(members, key=lambda at: (order.names[at].is_copy, int(order.rank[at])))
            copies += [CopyOf(other, original, SAME_DATA) for other in others]
    return copies
