"""Copies of a picture that an editor or an exporter made: encoded anew, resized, cropped, edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import combinations

import numpy as np

from scoring.groups.capture_order import NONE, CaptureOrder
from scoring.groups.framing import Framing
from scoring.groups.group import CopyOf
from scoring.groups.looks import Looks
from scoring.groups.seen_photo import AlikePairs, SeenPhoto

LEAST_COSINE = 0.8
"""Planted copies (encoded anew, resized, cropped to .72 of an edge, edited) lie above .88: tests/benchmarks/groups.py."""
LEAST_AGREEMENT = 0.82
LEAST_AGREEMENT_UNNAMED = 0.93
"""Where neither names nor times say that it is a copy: of the planted copies, 95 % lie above; of a hand's burst, 30 %, but its
frames have numbers or times of their own."""
MOST_TURN_DEG, MOST_SHIFT = 2.0, 0.02
CROPPED_FROM_ZOOM = 1.03
EDITED_FROM_LEVELS = 5.0
"""Mean difference of the glances' grey levels: encoding anew at JPEG quality 40 leaves .5."""
SAME_ASPECT = 0.015
MOST_FILES_OF_A_NAME = 12
"""More files than so many of one name are a way of naming, not copies."""


def edited_copies(
    photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, alike: AlikePairs, kept: np.ndarray
) -> list[CopyOf]:
    """Those photos of `kept` (N,) that show another one's picture once more."""
    found: dict[int, CopyOf] = {}
    for original, copy in _most_original_first(photos, order, set(_candidates(photos, order, alike, kept))):
        if copy in found or original in found:
            continue
        framing = looks.framing(original, copy)
        if framing is not None and _is_copy(framing, _is_named(photos, order, original, copy)):
            found[copy] = CopyOf(copy, original, _reason(photos, looks, framing, original, copy))
    return list(found.values())


def _most_original_first(
    photos: Sequence[SeenPhoto], order: CaptureOrder, pairs: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Each pair as (original, copy): of three sizes of a picture both smaller ones are copies of the largest."""

    def key(at: int) -> tuple[int, bool, bool, int]:
        return _originality(photos[at], order, at)

    turned = [(one, other) if key(one) < key(other) else (other, one) for one, other in pairs]
    return sorted(turned, key=lambda pair: (key(pair[0]), key(pair[1])))


def _candidates(
    photos: Sequence[SeenPhoto], order: CaptureOrder, alike: AlikePairs, kept: np.ndarray
) -> Iterator[tuple[int, int]]:
    close = (alike.cosines >= LEAST_COSINE) & kept[alike.first] & kept[alike.second]
    pairs = zip(alike.first[close].tolist(), alike.second[close].tolist(), strict=True)
    by_core: dict[str, list[int]] = defaultdict(list)
    for at in np.flatnonzero(kept).tolist():
        by_core[order.names[at].core.casefold()].append(at)
    named = (
        pair for files in by_core.values() if 1 < len(files) <= MOST_FILES_OF_A_NAME for pair in combinations(files, 2)
    )
    for first, second in (*pairs, *named):
        if _could_be_copy(photos, order, first, second):
            yield first, second


def _could_be_copy(photos: Sequence[SeenPhoto], order: CaptureOrder, one: int, other: int) -> bool:
    """Whether nothing speaks against it, and something for it: a name, a time, another size."""
    first, second = photos[one], photos[other]
    if order.reel[one] == order.reel[other] != NONE and order.number[one] != order.number[other]:
        return False
    exifs = first.exif, second.exif
    for fact in ("camera", "exposure_time_s", "f_number", "iso"):
        values = [getattr(exif, fact) for exif in exifs]
        if None not in values and values[0] != values[1]:
            return False
    times = first.exif.capture_time, second.exif.capture_time
    if times[0] is not None and times[1] is not None and not _may_be_one_moment(times[0], times[1]):
        return False
    return _is_named(photos, order, one, other) or (first.size_px != second.size_px and None in times)


def _is_named(photos: Sequence[SeenPhoto], order: CaptureOrder, one: int, other: int) -> bool:
    """Whether the names or the times say that they are one shot."""
    times = photos[one].exif.capture_time, photos[other].exif.capture_time
    names = order.names[one], order.names[other]
    one_shot = names[0].core.casefold() == names[1].core.casefold() and (names[0].is_copy or names[1].is_copy)
    if one_shot or times[0] is None or times[1] is None:
        return one_shot
    walls = _on_one_wall(times[0], times[1])
    return walls[0] == walls[1]


def _may_be_one_moment(one: datetime, other: datetime) -> bool:
    """Whether two times agree as far as both tell: exporters drop time zones and sub-seconds."""
    one, other = _on_one_wall(one, other)
    if 0 in (one.microsecond, other.microsecond):
        one, other = one.replace(microsecond=0), other.replace(microsecond=0)
    return one == other


def _on_one_wall(one: datetime, other: datetime) -> tuple[datetime, datetime]:
    """As they are where both know their zone, else as the clock on the wall showed them."""
    if one.tzinfo is not None and other.tzinfo is not None:
        return one, other
    return one.replace(tzinfo=None), other.replace(tzinfo=None)


def _originality(photo: SeenPhoto, order: CaptureOrder, at: int) -> tuple[int, bool, bool, int]:
    """Sorts the original first: the largest, with a plain name, with the camera's own facts."""
    width, height = photo.size_px
    return -width * height, order.names[at].is_copy, photo.exif.capture_time is None, int(order.rank[at])


def _is_copy(framing: Framing, is_named: bool) -> bool:
    least = LEAST_AGREEMENT if is_named else LEAST_AGREEMENT_UNNAMED
    in_place = max(map(abs, framing.shift)) <= MOST_SHIFT or framing.zoom >= CROPPED_FROM_ZOOM
    return framing.agreement >= least and abs(framing.turn_deg) <= MOST_TURN_DEG and framing.overlap >= 0.9 and in_place


def _reason(photos: Sequence[SeenPhoto], looks: Looks, framing: Framing, original: int, copy: int) -> str:
    (wide, high), (width, height) = photos[original].size_px, photos[copy].size_px
    if framing.zoom >= CROPPED_FROM_ZOOM or abs(np.log(width / height * high / wide)) > SAME_ASPECT:
        return f"the same picture, cropped to {width} x {height}"
    if _differ(looks, original, copy) >= EDITED_FROM_LEVELS:
        return "the same picture, edited"
    if (wide, high) != (width, height):
        return f"the same picture, resized to {width} x {height}"
    return "the same picture, encoded anew"


def _differ(looks: Looks, one: int, other: int) -> float:
    """Mean difference of the grey levels."""
    glances = looks.glance(one), looks.glance(other)
    if glances[0] is None or glances[1] is None or glances[0].grey.shape != glances[1].grey.shape:
        return 0.0
    return float(np.abs(glances[0].grey.astype(np.float32) - glances[1].grey).mean())
