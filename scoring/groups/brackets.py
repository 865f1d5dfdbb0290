"""Exposure brackets: one picture exposed several times, an even ladder of EV apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.groups.brightness import brightened_ev
from scoring.groups.capture_order import CaptureOrder, Ints
from scoring.groups.closeness import runs_of
from scoring.groups.exposures import exposure_ev, same_exposure, tells_same
from scoring.groups.ladder import LEAST_STEP_EV, ladder_step_ev
from scoring.groups.looks import Looks
from scoring.groups.seen_photo import SeenPhoto

MOST_FRAMES, LEAST_FRAMES = 9, 2
"""Cameras shoot 2 to 9 frames (Nikon: 2 to 9; Canon: 2, 3, 5, 7; Sony: 3, 5, 9)."""
MOST_GAP_S = 8.0
"""From the end of a frame to the begin of the next: a hand that turns the dial."""
PAIR_GAP_S, PAIR_STEP_EV = 2.0, 1.5
"""Two frames alone are a bracket only in one moment, and far apart in light; autoexposure does not jump so."""
UNTAGGED_STEP_EV, UNTAGGED_DRIFT_EV = 0.6, 0.9
"""Where no tag says that it is a bracket: autoexposure drifts by thirds, and where the light goes, up or down by more."""
LEAST_BRIGHTENING = 0.4
"""Of the EV between two frames, the part by which the picture must brighten: tone curves flatten, but where autoexposure follows
the light the picture does not brighten at all. Planted ladders: .75 and more at the 5th percentile."""
LEAST_LOOK = 1.0
"""Of cosine + agreement: frames 3 EV apart lose much of what can be laid over one another. Planted neighbours on a ladder lie
above 1.4."""


def find_brackets(
    photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, kept: np.ndarray
) -> list[tuple[int, ...]]:
    """The brackets among the photos of `kept` (N,), each whole."""
    exposed = kept & np.array([exposure_ev(photo.exif) is not None for photo in photos], bool)
    longest_s = max((photo.exif.exposure_time_s or 0.0 for photo in photos), default=0.0)
    found = []
    for run in runs_of(order, exposed, MOST_GAP_S + min(longest_s, 60.0)):
        start = 0
        while start < len(run) - 1:
            size = _size_at(photos, order, looks, run[start : start + MOST_FRAMES])
            if size:
                found.append(tuple(run[start : start + size].tolist()))
            start += size or 1
    return found


def _size_at(photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, run: Ints) -> int:
    """How many photos from the first on are one bracket; 0 for none. The longest that fits."""
    if same_exposure(photos[run[0]].exif, photos[run[1]].exif, LEAST_STEP_EV / 2):
        return 0  # nearly all photos, and seen at once
    for size in range(len(run), LEAST_FRAMES - 1, -1):
        if is_bracket(photos, order, looks, run[:size].tolist()):
            return size
    return 0


def is_bracket(photos: Sequence[SeenPhoto], order: CaptureOrder, looks: Looks, members: Sequence[int]) -> bool:
    """Whether these photos, in the order they were taken, are one whole bracket."""
    exifs = [photos[at].exif for at in members]
    if any(exif.camera != exifs[0].camera or not tells_same(exifs[0], exif) for exif in exifs):
        return False
    evs = [ev for exif in exifs if (ev := exposure_ev(exif)) is not None]
    step_ev = ladder_step_ev(evs)
    if step_ev is None or not _in_one_go(order, members, [exif.exposure_time_s or 0.0 for exif in exifs]):
        return False
    is_tagged = all(exif.auto_bracket for exif in exifs) or _biases_follow(
        [exif.exposure_bias_ev for exif in exifs], evs
    )
    if len(members) == LEAST_FRAMES and (step_ev < PAIR_STEP_EV or not _is_moment(order, members)):
        return False
    drifts = evs in (sorted(evs), sorted(evs, reverse=True))
    least_ev = UNTAGGED_DRIFT_EV if drifts else UNTAGGED_STEP_EV
    if not is_tagged and (step_ev < least_ev or len({exif.f_number for exif in exifs}) > 1):
        return False
    return _looks_like_one(looks, members, evs, is_tagged)


def _is_moment(order: CaptureOrder, members: Sequence[int]) -> bool:
    gap_s = order.gaps_s(np.array(members[:1]), np.array(members[1:2]))[0]
    return not gap_s > PAIR_GAP_S  # nan: file numbers follow one another


def _in_one_go(order: CaptureOrder, members: Sequence[int], exposure_times_s: Sequence[float]) -> bool:
    """Whether no pause is far longer than the others: between two brackets the photographer breathes."""
    at = np.array(members)
    pauses_s = order.gaps_s(at[:-1], at[1:]) - np.array(exposure_times_s[:-1])
    if np.isnan(pauses_s).any() or len(pauses_s) < 2:
        return True
    step_s = float(np.nanmax(order.step_s[at]))
    return float(pauses_s.max()) <= 3.0 * float(np.median(pauses_s)) + 1.0 + step_s


def _biases_follow(biases_ev: Sequence[float | None], evs: Sequence[float]) -> bool:
    """Whether the exposure compensation that the camera notes goes with the exposure."""
    known = [bias for bias in biases_ev if bias is not None]
    if len(known) < len(evs) or max(known) - min(known) < 0.3:
        return False
    return bool(np.abs(np.subtract(known, known[0]) - np.subtract(evs, evs[0])).max() <= 0.4)


def _looks_like_one(looks: Looks, members: Sequence[int], evs: Sequence[float], is_tagged: bool) -> bool:
    """Whether the frames show one scene, brighter as the EV says. Frames without a glance are believed only where tagged."""
    rising = [members[at] for at in np.argsort(evs, kind="stable")]
    steps_ev = np.diff(np.sort(evs))
    for darker, brighter, step_ev in zip(rising, rising[1:], steps_ev, strict=False):
        glances = looks.glance(darker), looks.glance(brighter)
        if glances[0] is None or glances[1] is None:
            if not is_tagged:
                return False
            continue
        measured_ev = brightened_ev(glances[0].grey, glances[1].grey)
        if measured_ev is not None and measured_ev < LEAST_BRIGHTENING * step_ev:
            return False
        if is_tagged and measured_ev is None:  # nearly black or nearly white: nothing to lay over one another
            continue
        framing = looks.framing(darker, brighter)
        cosine = float(looks.embeddings[darker] @ looks.embeddings[brighter])
        if framing is None or framing.agreement + cosine < LEAST_LOOK:
            return False
    return True
