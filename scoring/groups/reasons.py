"""Why photos are a group, in a photographer's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from scoring.groups.capture_order import NONE, CaptureOrder, seconds_of
from scoring.groups.exposures import exposure_ev
from scoring.groups.seen_photo import SeenPhoto

MINUTE_S, HOUR_S, DAY_S = 60.0, 3600.0, 86400.0
NUMBERS = {2: "two", 3: "three", 4: "four"}


def span_s(order: CaptureOrder, members: Sequence[int]) -> float | None:
    """Seconds from the first to the last; None where no one clock tells."""
    at = np.array(members)
    if (order.clock[at] == NONE).any() or (order.clock[at] != order.clock[at[0]]).any():
        return None
    return float(np.ptp(order.time_s[at]))


def burst_reason(order: CaptureOrder, members: Sequence[int]) -> str:
    """ "6 frames in 1.0 s, same framing"."""
    lasted_s = span_s(order, members)
    if lasted_s is None:
        return f"{len(members)} frames in a row, same framing"
    if (order.step_s[np.array(members)] > 0).any():
        how_long = "within a second" if lasted_s < 1 else f"in about {lasted_s:.0f} s"
    else:
        how_long = f"in {lasted_s:.1f} s" if lasted_s < 10 else f"in {lasted_s:.0f} s"
        if lasted_s < 0.05:
            how_long = "at one moment"
    return f"{len(members)} frames {how_long}, same framing"


def scene_reason(photos: Sequence[SeenPhoto], order: CaptureOrder, members: Sequence[int]) -> str:
    """ "same scene, 6 min later", "10 frames of the same scene by two cameras, 7 h apart by their clocks"."""
    cameras = _by_camera(photos, members)
    if len(cameras) > 1:
        count = NUMBERS.get(len(cameras), str(len(cameras)))
        return f"{len(members)} frames of the same scene by {count} cameras{_cameras_apart(photos, order, cameras)}"
    lasted_s = span_s(order, members)
    if lasted_s is None or lasted_s < 1:
        return f"{len(members)} frames of the same scene"
    if len(members) == 2:
        return f"same scene, {how_long(lasted_s)} later"
    return f"{len(members)} frames of the same scene within {how_long(lasted_s)}"


def _by_camera(photos: Sequence[SeenPhoto], members: Sequence[int]) -> list[list[int]]:
    """The members that say which camera took them, camera by camera; bodies of one model where all write their numbers."""
    known = [at for at in members if photos[at].exif.camera is not None]
    has_serials = all(photos[at].exif.body_serial is not None for at in known)
    cameras: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for at in known:
        exif = photos[at].exif
        cameras[exif.camera, exif.body_serial if has_serials else None].append(at)
    return list(cameras.values())


def _cameras_apart(photos: Sequence[SeenPhoto], order: CaptureOrder, cameras: Sequence[Sequence[int]]) -> str:
    """How long after one camera the other took over; nothing where clocks do not run, or both took turns."""
    if len(cameras) != 2 or any(order.clock[at] == NONE for camera in cameras for at in camera):
        return ""
    times = [[time for at in camera if (time := photos[at].exif.capture_time) is not None] for camera in cameras]
    seconds = seconds_of([time for camera in times for time in camera])
    one, other = seconds[: len(times[0])], seconds[len(times[0]) :]
    if not one or not other:
        return ""
    apart_s = max(min(other) - max(one), min(one) - max(other))
    return f", {how_long(apart_s)} apart by their clocks" if apart_s >= 1 else ""


def with_copies(reason: str, copies: int) -> str:
    """Of a group whose frames lie there more than once: its frames are counted without them."""
    return f"{reason}, and {copies} {'copy' if copies == 1 else 'copies'}" if copies else reason


def how_long(seconds: float) -> str:
    """ "40 s", "6 min", "3 h", "2 days"."""
    if seconds < 1.5 * MINUTE_S:
        return f"{seconds:.0f} s"
    if seconds < 1.5 * HOUR_S:
        return f"{seconds / MINUTE_S:.0f} min"
    if seconds < 1.5 * DAY_S:
        return f"{seconds / HOUR_S:.0f} h"
    return f"{seconds / DAY_S:.0f} days"


def bracket_reason(photos: Sequence[SeenPhoto], members: Sequence[int]) -> str:
    """ "5 exposures from -2 to +2 EV", as the camera counts them; without its count,
    "3 exposures of one picture, 2 EV apart"."""
    biases = [bias for at in members if (bias := photos[at].exif.exposure_bias_ev) is not None]
    evs = [ev for at in members if (ev := exposure_ev(photos[at].exif)) is not None]
    steps = len(members) - 1
    span_ev = max(evs) - min(evs)
    if len(biases) == len(members) and abs((max(biases) - min(biases)) - span_ev) < 0.4:
        return f"{len(members)} exposures from {_signed(min(biases))} to {_signed(max(biases))} EV"
    return f"{len(members)} exposures of one picture, {_plain(span_ev / steps)} EV apart"


def _signed(ev: float) -> str:
    return "0" if abs(ev) < 0.05 else f"{'+' if ev > 0 else '-'}{_plain(abs(ev))}"


def _plain(ev: float) -> str:
    # Thirds as cameras show them: 0.3, 0.7, 1.3.
    return f"{round(ev * 3) / 3:.1f}".removesuffix(".0")


def stack_reason(members: Sequence[int]) -> str:
    """A focus stack's."""
    return f"{len(members)} frames of one framing, focused step by step"


def panorama_reason(members: Sequence[int]) -> str:
    """A panorama's."""
    return f"{len(members)} overlapping frames of one sweep"


def copies_reason(reasons: Sequence[str]) -> str:
    """Of a group that is one picture and its copies."""
    if len(reasons) == 1:
        return reasons[0]
    kinds = set(reasons)
    return (
        f"{len(reasons) + 1} files of {reasons[0]}"
        if len(kinds) == 1 and "," not in reasons[0]
        else (f"the same picture in {len(reasons) + 1} versions")
    )
