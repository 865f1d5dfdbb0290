"""What frames of a group are compared by: one number a factor and frame, higher is better, None where it takes no part.

Noise is not among them: a burst has one ISO, and what the noise meter then finds different is content.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from scoring.ranking.picks.eyes import eye_sharpness, eyes_open
from scoring.ranking.picks.light import exposure_nearness, kept_highlights
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.steady_framing import steady_framing
from scoring.ranking.picks.subject_sharpness import crispness, lying, same_targets, usual_size
from scoring.ranking.picks.wrong_exposure import is_spent, off_ev

Read = Callable[[RankedPhoto], float | None]
ReadAll = Callable[[Sequence[RankedPhoto]], list[float | None]]


@dataclass(frozen=True, slots=True)
class Factor:
    """`usual_spread`: standard deviation in a group of which too little is known; `is_fact`: seen, not measured, so that the
    group's own spread says nothing of it.

    `repeats_within`: 95 of 100 readings change by less when the same frame is shifted by 1 to 4 px, resized by 2 % or encoded anew.
    `noticed_from`: smaller differences nobody sees.
    """

    name: str
    usual_spread: float
    repeats_within: float
    noticed_from: float
    is_fact: bool = False

    @property
    def least_gap(self) -> float:
        """The difference of two frames from which it is one: both readings stray."""
        return max(math.sqrt(2.0) * self.repeats_within, self.noticed_from)


FACTORS: Mapping[str, Factor] = MappingProxyType(
    {
        factor.name: factor
        for factor in (
            Factor("eyes", 0.25, 0.0, 0.5, is_fact=True),
            Factor("eye_sharpness", 0.15, 0.085, 0.05),
            Factor("sharpness", 0.12, 0.06, 0.05),
            Factor("highlights", 0.05, 0.001, 0.03),
            Factor("exposure", 0.4, 0.09, 0.3),
            Factor("composition", 0.08, 0.01, 0.06),
            Factor("rating", 0.3, 0.15, 0.4),
        )
    }
)
"""`repeats_within` as `tests.benchmarks.repeatability` measures it, on 16 camera photos, and on 25 of BIQ2021 with a face.

`usual_spread` of what is sharp: what a blur of 1 px costs there (0.10 to 0.16); the others, and `noticed_from`, are choices: 0.3 EV
is a camera's smallest step, and half of a face that counts in full is no passer-by's.
"""

CRISPNESS = Factor("crispness", 0.12, 0.035, 0.05)
"""Stands for `sharpness` where not both of two frames show the subject."""

Readings = Mapping[str, float]
"""Factor -> reading of one frame; factors that take no part are missing. `crispness` stands beside `sharpness`: `difference`."""

ONE_PHOTO: Mapping[str, Read] = MappingProxyType(
    {
        "eyes": eyes_open,
        "rating": lambda photo: None if photo.quality is None else photo.quality.mean,
    }
)
SHARPNESS = ("eye_sharpness", "sharpness", CRISPNESS.name)
ALL_PHOTOS: Mapping[str, ReadAll] = MappingProxyType(
    {"highlights": kept_highlights, "exposure": exposure_nearness, "composition": steady_framing}
)
PIXELS: Mapping[str, Read] = MappingProxyType({"eye_sharpness": eye_sharpness, "crispness": crispness})
"""Those that only frames of one size share."""


def readings_of(photos: Sequence[RankedPhoto]) -> list[Readings]:
    """The readings of each frame of a group, in the same order."""
    found = [{name: read(photo) for name, read in ONE_PHOTO.items()} for photo in photos]
    for name, read_all in ALL_PHOTOS.items():
        for one, value in zip(found, read_all(photos), strict=True):
            one[name] = value
    size = usual_size(photos)
    comparable = [index for index, photo in enumerate(photos) if lying(photo.size_px) == size]
    for index in comparable:
        found[index].update({name: read(photos[index]) for name, read in PIXELS.items()})
    for index, target in zip(comparable, same_targets([photos[index] for index in comparable]), strict=True):
        found[index]["sharpness"] = None if target is None else target.sharpness
    for photo, one in zip(photos, found, strict=True):
        one.update(dict.fromkeys(_meaningless(photo)))
    return [{name: value for name, value in one.items() if value is not None} for one in found]


def _meaningless(photo: RankedPhoto) -> tuple[str, ...]:
    """What says nothing of a frame that is all but black or white: how sharp it is, and of a black one that it is not blown."""
    if not is_spent(photo):
        return ()
    return (*SHARPNESS, "highlights") if off_ev(photo) < 0.0 else SHARPNESS


def compared_by(one: Readings, other: Readings, factor: str) -> Factor:
    """What two frames are compared by in that factor."""
    return CRISPNESS if factor == "sharpness" and not (factor in one and factor in other) else FACTORS[factor]


def difference(one: Readings, other: Readings, factor: str) -> float:
    """By how much `one` is better than `other` in that factor; 0 where it takes no part in either.

    Where only one frame shows the subject, the crispest parts of the other can prove it softer, never sharper.
    """
    if factor in one and factor in other:
        return one[factor] - other[factor]
    if factor != "sharpness" or "crispness" not in one or "crispness" not in other:
        return 0.0
    gap = one["crispness"] - other["crispness"]
    proven = (factor in one and gap > 0.0) or (factor in other and gap < 0.0)
    return gap if proven or (factor not in one and factor not in other) else 0.0
