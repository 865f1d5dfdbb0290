"""How each region is exposed, in EV, as the verdict has it: the exposure map, brought to what was measured of the whole.

The map is a network's. What it reads wrongly all over (a lamp in the night is nothing it was trained on), the verdict mends with
measured tones; so do the regions here, by the same offsets, or map and sentence would contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessment import Assessment
from scoring.assessors.exposure_facts import from_evidence
from scoring.assessors.exposure_intent import SEEN
from scoring.assessors.exposure_subject import subject_box
from scoring.assessors.exposure_verdict import Part, judged_parts, paled_ev
from scoring.assessors.tones import DEEP_SHADOW_LUMINANCE, LIT_PART_EV
from scoring.assessors.white_backdrop import PAPER_CODE, find_white_backdrop
from scoring.box import CORE
from scoring.clipping import BLOCKED_CODE, BLOWN_CODE
from scoring.frame import F32, U8, Frame, extremes
from scoring.luminance import MID_GREY_LUMINANCE, relative_luminance
from scoring.ranking.exposure_rules import load_exposure_rules
from scoring.srgb import SRGB_TO_LINEAR

LIT_REACH_EV = (-3.0, -1.0)
"""Up to three stops under the level of the lit part a region is its dark surroundings, from one stop on it is lit: a moon's seas
lie 1 EV under its level, the glow around it 4; the walls behind a lit car 3 (camera photos)."""
AREA_SHARE = 1 / 96
"""Light is seen in areas of half a region of the map (48 along the long edge): a dark window belongs to its lit front."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class RegionEv:
    """All (h, w), at the size of `frame.working`.

    `ev`: float32, from well exposed, negative = too dark; `black`, `white`: bool, where nothing tells of exposure: black, and a
    backdrop that looks white on purpose. `lit`: whether lit parts before a dark ground were set by their own brightness.
    `doubt_ev`: the error to expect of the others.
    """

    ev: F32
    black: Mask
    white: Mask
    lit: bool
    doubt_ev: float


def region_ev(frame: Frame, said: Assessment) -> RegionEv:
    """The regions of `frame` by the facts and rules of `said`; by the map alone where it has none. Raises `WeightsError`."""
    reading, facts = frame.exposure_reading, from_evidence(said.evidence)
    brightest, dimmest = extremes(*cv2.split(frame.working))
    ev, doubt = (_enlarged(plane, brightest.shape) for plane in (reading.ev, reading.scale_ev))
    black, white = brightest <= BLOCKED_CODE, np.zeros(brightest.shape, np.bool_)
    seen: set[str] = set()
    if facts is not None:
        parts = judged_parts(facts, load_exposure_rules(str(said.evidence["rules"])))
        seen = {part.name for part in parts if part.share >= SEEN}
        light = np.asarray(cv2.LUT(brightest, SRGB_TO_LINEAR), np.float32)
        ground = _ground(frame, dimmest)
        before = ~ground & (dimmest < BLOWN_CODE)
        ev = ev + np.float32(paled_ev(facts) - reading.whole_ev)
        for part in parts:
            # A subject lies within what is lit, or before the backdrop: set by that as well, it would be set twice.
            share = part.weight if part.name == "subject" else part.share
            if share > 0.0:
                ev = _brought_to(part.ev, ev, *_where(part, frame, light, before), share)
        black = light < DEEP_SHADOW_LUMINANCE if "lit" in seen else black
        white = ground if "before backdrop" in seen else white
    told = ~(black | white)
    return RegionEv(ev, black, white, "lit" in seen, float(doubt[told].mean()) if told.any() else 0.0)


def _where(part: Part, frame: Frame, light: F32, before: Mask) -> tuple[F32, F32]:
    """How far each pixel belongs to the part, and how much it counts in the part's offset; (h, w) in [0, 1] each.

    `light`: the brightest channel, linear. `before`: what is neither ground nor blown.
    """
    if part.name == "lit":
        return _litness(light, part.ev), light
    inside = _subjectness(frame, light.shape) if part.name == "subject" else before.astype(np.float32)
    return inside, np.ones_like(light)


def _ground(frame: Frame, dimmest: U8) -> Mask:
    """Nearly white ground that is joined to the border."""
    ground = find_white_backdrop(frame, relative_luminance(frame.thumbnail)).mask_at(dimmest.shape)
    return np.asarray(ground & (dimmest >= PAPER_CODE))


def _subjectness(frame: Frame, shape: tuple[int, ...]) -> F32:
    """1 in the core of the subject's box, falling to 0 where the box ends; 0 everywhere without one."""
    found = subject_box(frame)
    if found is None:
        return np.zeros(shape, np.float32)
    (left, top, right, bottom), _confidence, _is_face = found
    down, across = _along(top, bottom, shape[0]), _along(left, right, shape[1])
    return np.asarray(down[:, None] * across[None, :], np.float32)


def _along(start: float, stop: float, length_px: int) -> F32:
    rim = (1.0 - CORE) * (stop - start) / 2
    at = (np.arange(length_px) + 0.5) / length_px
    return np.interp(at, (start, start + rim, stop - rim, stop), (0.0, 1.0, 1.0, 0.0)).astype(np.float32)


def _litness(light: F32, lit_ev: float) -> F32:
    """(h, w) linear light -> how far each area belongs to the lit part, in [0, 1]."""
    sigma = max(0.5, AREA_SHARE * max(light.shape))
    area = np.maximum(cv2.GaussianBlur(light, (0, 0), sigma), SRGB_TO_LINEAR[1])
    under = np.log2(area / MID_GREY_LUMINANCE) - (lit_ev + LIT_PART_EV)
    return np.asarray(np.interp(under, LIT_REACH_EV, (0.0, 1.0)), np.float32)


def _brought_to(target_ev: float, ev: F32, part: F32, light: F32, strength: float) -> F32:
    """`ev` raised within `part` ((h, w) in [0, 1]) until its mean there, weighted by `light`, is `target_ev`.

    Differences within the part stay as they are. `strength` 0 leaves all as it is, 1 goes all the way.
    """
    weight = (part * light).astype(np.float64)
    reached = float((weight * part).sum())
    if strength == 0.0 or reached == 0.0:
        return ev
    missing = target_ev * float(weight.sum()) - float((weight * ev).sum())
    return np.asarray(ev + part * np.float32(strength * missing / reached), np.float32)


def _enlarged(plane: F32, shape: tuple[int, ...]) -> F32:
    return np.asarray(cv2.resize(plane, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.float32)
