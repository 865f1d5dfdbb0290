"""A shoot with known groups, planted from single pictures: what was taken, in which order, and what belongs together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tests.benchmarks.planted import views
from tests.benchmarks.planted.sets import LADDERS_EV, bracket, focus_stack, panorama

BURST, NEAR_DUPLICATE, COPY, SINGLE = "burst", "near_duplicate", "copy", "single"
BRACKET, FOCUS_STACK, PANORAMA = "bracket", "focus_stack", "panorama"
HALVES, VIEWPOINT = "halves", "other viewpoint"
"""Hard negatives: their frames follow one another in seconds and belong together in nothing."""
NEGATIVES = (HALVES, VIEWPOINT)
KEEP_ALL = (BRACKET, FOCUS_STACK, PANORAMA)


@dataclass(frozen=True)
class Shot:
    """One frame. `after_s`: seconds since the shot before it; `copy_of_first`: how a copy's name ends, None for a shot."""

    rgb: np.ndarray
    after_s: float
    ev: float = 0.0
    what: str = ""
    copy_name: str | None = None


@dataclass(frozen=True)
class Moment:
    """Shots that were planted together. Those of a hard negative are groups of their own."""

    kind: str
    shots: list[Shot] = field(repr=False)


def burst(rgb, chance):
    """Two to seven frames in a second or two: a hand that trembles, a subject that moves, one frame soft or noisy."""
    count = int(chance.integers(2, 8))
    gap_s = float(chance.choice([0.1, 0.2, 0.35, 0.7, 1.2]))
    sway = float(chance.choice([0.01, 0.02, 0.04, 0.08]))
    return [
        Shot(views.as_jpeg(*_burst_frame(rgb, chance, sway)), gap_s * chance.uniform(0.9, 1.1), what="burst")
        for _ in range(count)
    ]


def _burst_frame(rgb, chance, sway):
    frame = views.handheld(rgb, chance, shift=sway)
    if chance.random() < 0.4:
        frame = views.alive(frame, chance, chance.uniform(0.01, 0.06))
    if chance.random() < 0.4:
        frame = views.with_moved_subject(frame, chance)
    if chance.random() < 0.25:
        frame = views.exposed(frame, chance.normal(0, 0.3))
    if chance.random() < 0.2:
        frame = views.softer(frame, chance.uniform(1, 3.5))
    if chance.random() < 0.15:
        frame = views.noisier(frame, chance.uniform(3, 10), chance)
    return frame, chance.integers(70, 96)


def seen_later(rgb, chance):
    """Two to four frames minutes apart: shifted, zoomed, turned, brighter or darker, under another white balance."""
    return [
        Shot(views.as_jpeg(_later_frame(rgb, chance), chance.integers(70, 96)), chance.uniform(40, 900), what="later")
        for _ in range(int(chance.integers(2, 5)))
    ]


def _later_frame(rgb, chance):
    frame = views.handheld(rgb, chance, shift=0.06, zoom=0.3, turn_deg=1.5)
    white_balance = np.exp(chance.normal(0, 0.07, 3))
    return views.exposed(frame, chance.uniform(-1, 1), white_balance)


def copied(rgb, chance):
    """A shot, and one to three copies of it: encoded anew, resized, cropped, edited."""
    makers = [_encoded, _resized, _cropped, _edited]
    chosen = chance.choice(len(makers), int(chance.integers(1, 4)), replace=False)
    original = Shot(views.as_jpeg(rgb, 94), 0.0, what="original")
    return [original, *(makers[maker](rgb, chance) for maker in chosen)]


def _encoded(rgb, chance):
    return Shot(views.as_jpeg(rgb, chance.integers(40, 85)), 0.0, what="encoded anew", copy_name="_web")


def _resized(rgb, chance):
    return Shot(
        views.as_jpeg(views.resized(rgb, chance.uniform(0.3, 0.8)), 88), 0.0, what="resized", copy_name="_small"
    )


def _cropped(rgb, chance):
    width, height = chance.uniform(0.72, 0.95, 2)
    left, top = chance.uniform(0, 1 - width), chance.uniform(0, 1 - height)
    frame = views.cut(rgb, (left, top, left + width, top + height))
    return Shot(views.as_jpeg(frame, 90), 0.0, what="cropped", copy_name="-crop")


def _edited(rgb, chance):
    frame = views.exposed(rgb, chance.uniform(-0.4, 0.6), np.exp(chance.normal(0, 0.05, 3)))
    return Shot(views.as_jpeg(frame, 90), 0.0, what="edited", copy_name="-edited")


def bracketed(rgb, chance):
    """An exposure bracket in half a second to two seconds."""
    steps_ev = LADDERS_EV[int(chance.integers(len(LADDERS_EV)))]
    frames = bracket(rgb, steps_ev, chance)
    gap_s = float(chance.choice([0.15, 0.3, 0.6]))
    return [
        Shot(views.as_jpeg(frame, 92), gap_s, ev=ev, what="bracket") for frame, ev in zip(frames, steps_ev, strict=True)
    ]


def stacked(rgb, chance):
    """A focus stack of 4 to 9 frames."""
    frames = focus_stack(rgb, int(chance.integers(4, 10)), chance)
    return [Shot(views.as_jpeg(frame, 92), 0.4, what="stack") for frame in frames]


def swept(rgb, chance):
    """A panorama of 3 to 6 frames, a second or two each."""
    frames = panorama(rgb, int(chance.integers(3, 7)), chance)
    return [Shot(views.as_jpeg(frame, 92), float(chance.uniform(0.8, 2.5)), what="panorama") for frame in frames]


def halves(rgb, chance):
    """Two frames that share less than two fifths of the picture."""
    share = chance.uniform(0.56, 0.6)  # of the long edge: they overlap by a quarter to a third of a frame
    first, second = (0, 0, share, 1), (1 - share, 0, 1, 1)
    if chance.random() < 0.5:
        first, second = (first[1], first[0], first[3], first[2]), (second[1], second[0], second[3], second[2])
    return [Shot(views.as_jpeg(views.cut(rgb, box), 92), chance.uniform(2, 8), what="half") for box in (first, second)]


def other_viewpoint(rgb, chance):
    """The frame, and the same subject from far to one side."""
    pictures = views.inner(rgb, 0.9), views.from_elsewhere(rgb, chance)
    return [Shot(views.as_jpeg(picture, 92), chance.uniform(3, 20), what="viewpoint") for picture in pictures]


def alone(rgb, chance):
    """One frame."""
    return [Shot(views.as_jpeg(views.inner(rgb, 0.95), chance.integers(80, 96)), chance.uniform(5, 400), what="single")]


MAKERS: dict[str, Callable[[np.ndarray, np.random.Generator], list[Shot]]] = {
    BURST: burst,
    NEAR_DUPLICATE: seen_later,
    COPY: copied,
    BRACKET: bracketed,
    FOCUS_STACK: stacked,
    PANORAMA: swept,
    HALVES: halves,
    VIEWPOINT: other_viewpoint,
    SINGLE: alone,
}
SHARES = {
    BURST: 0.20,
    NEAR_DUPLICATE: 0.12,
    COPY: 0.07,
    BRACKET: 0.05,
    FOCUS_STACK: 0.05,
    PANORAMA: 0.05,
    HALVES: 0.06,
    VIEWPOINT: 0.06,
    SINGLE: 0.34,
}
"""Of the pictures; look-alikes are single pictures that stand side by side because they are the most alike."""


def plan(count, nearest, seed):
    """What is planted from each of `count` pictures, in the order of the shoot: (kind, picture's place, seed).

    `nearest` (count,): each picture's nearest other one. Single pictures stand beside their nearest where both are single.
    """
    chance = np.random.default_rng(seed)
    kinds = chance.choice(list(SHARES), count, p=list(SHARES.values()))
    order, placed = [], set()
    for at in chance.permutation(count):
        for place in (int(at), int(nearest[at])):
            if place in placed or (place != at and (kinds[at], kinds[place]) != (SINGLE, SINGLE)):
                continue
            placed.add(place)
            order.append((str(kinds[place]), place, int(chance.integers(2**31))))
    return order


def planted(kind, rgb, seed):
    """The moment of one picture."""
    return Moment(kind, MAKERS[kind](rgb, np.random.default_rng(seed)))
