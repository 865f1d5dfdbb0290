"""From findings to a verdict on focus; a reject hint only with strong evidence."""

from __future__ import annotations

from enum import StrEnum

from scoring.assessors.focus_findings import Findings
from scoring.assessors.motion import Motion

CERTAIN_TARGET = 0.6
"""Confidence in the target needed to say that focus missed it: a wrong reject hint costs more trust than a missed one."""
SOFT_PEAK, SOFT_S_BLUR = 0.32, 0.03
"""Tile peak and native S-Blur that must both be undercut to call a photo soft. Of 16 cameras' photos only a casino at night, held
by hand at 1/8 s, and a moon (`lone_outline`) give so little; two more have one of the two under 0.35 and 0.05. Gaussian blurs of
4 px leave at most 0.26 and 0.02."""
CLEARLY_SOFT_PEAK = 0.26
"""No in-focus photo of the same 16 keeps more than this after a blur of 4 px."""
BARELY_SHARP_S_BLUR = 0.025
"""The same for S-Blur where the peak lies between `SOFT_PEAK` and `SHARP_PEAK`, as discs of 6 px leave in two of the 16: of those
photos none has less, nor has any of 90 of BIQ2021 that people think well of."""
MISSED_RATIO = 0.5
"""Target over sharpest region, below which the target is clearly softer: about 3 px of blur more (same photos)."""
EDGED_SHARE = 0.4
"""Share of the target's tiles that must show edges before it can be called soft: the glow of a sun has none to be sharp."""
SHARP_PEAK = 0.38
"""The other region must be as sharp as a lone sharp edge; the in-focus photos of 13 of 16 cameras are sharper (0.48 to 0.86)."""
DIRECTIONAL = 1.6
"""Strength from which a movement is plain, in the whole frame and in its sharpest parts alike: a frame that moved has no part
that did not. Ladder of 16 camera photos at two sizes (linear light, noise 1.5, JPEG 90; discs of 2 to 12 px, movements of 6 to
40 px), where there are edges enough: 90 % of the movements and 95 % of the discs are told right; the limit that is best on one
half of the photos is right in 91 and 94 % on the other; 90 photos of BIQ2021 at 512 px: 91 and 95 %."""
UNCONFIRMED = 2.2
"""Strength of the frame alone where its sharpest parts show too few edges to bear it out: a moon before blurred surroundings
reached 1.9, the same photos moved 2.6 and more."""
FAST_S, FAST_DIRECTIONAL = 1 / 500, 3.5
"""Hands shake by about 1.7 degrees a second at the limit of the 1 / focal length rule: in 1/500 s by a third of a pixel of a 40
degree view 4,000 px wide. A frame as short as that moved only if it was panned, so that more is asked for than
Gaussian blurs of such camera photos gave (2.8 at most, a car's flank)."""
FEW_SHARP, AGREEING, AGREEING_DEG = 0.2, 1.2, 15.0
"""Under this share of sharp tiles (95 in 100 moved copies of the camera photos have more) they may be one thing in focus, whose
own lines lead astray: the rest must then show the same movement, at least this plainly and within one wedge."""
LOCAL_DIRECTIONAL, LOCAL_SHARE = 2.2, 0.25
"""Strength, and share of the tiles with edges, from which what is not sharp is called streaked beside sharp parts. The
soft parts of sharp photos reached 1.9 (an iPhone's); panned backgrounds made of 12 photos 1.1 to 4.2."""
SHARP_OUTLINE = 0.5
"""From here on a lone outline is taken for sharp: more likely than not."""


class Verdict(StrEnum):
    """What focus says of a photo."""

    SHARP_SUBJECT = "sharp_subject"
    MISSED_FOCUS = "missed_focus"
    MOTION_BLUR = "motion_blur"
    SOFT = "soft"
    CANNOT_JUDGE = "cannot_judge"


class Moved(StrEnum):
    """What moved while the shutter was open."""

    NOTHING = "nothing"
    FRAME = "frame"
    SURROUNDINGS = "surroundings"
    SUBJECT = "subject"


def what_moved(findings: Findings) -> Moved:
    """The frame, if even its sharpest parts are smeared; else what is streaked beside sharp parts."""
    if _has_moved(findings):
        return Moved.FRAME
    if _has_streaks(findings):
        return Moved.SUBJECT if is_clearly_softer(findings) else Moved.SURROUNDINGS
    return Moved.NOTHING


def _has_moved(findings: Findings) -> bool:
    frame, rest = findings.motions.frame, findings.motions.rest
    plain = plain_strength(findings.exposure_time_s)
    if frame is None or frame.strength < plain:
        return False
    if _strength(findings.motions.sharpest or frame) < (plain if findings.motions.sharpest else UNCONFIRMED):
        return False
    if findings.region.spread >= FEW_SHARP:
        return True
    return rest is not None and rest.strength >= AGREEING and frame.turned_from(rest) <= AGREEING_DEG


def _has_streaks(findings: Findings) -> bool:
    """Whether a good part of the frame is smeared along one direction while another is sharp and is not."""
    motions = findings.motions
    soft_share = 1.0 - findings.region.spread
    if findings.region.peak < SHARP_PEAK or soft_share < LOCAL_SHARE or _is_fast(findings.exposure_time_s):
        return False
    return _strength(motions.rest) >= LOCAL_DIRECTIONAL and 0.0 < _strength(motions.sharpest) < DIRECTIONAL


def reach_verdict(findings: Findings) -> Verdict:
    """Movement before softness before a missed subject; sharp where none of them is plain."""
    moved = what_moved(findings)
    if moved is Moved.FRAME:
        return Verdict.MOTION_BLUR
    if moved is Moved.SUBJECT:
        # A runner before a sharp street may be meant or missed: it is told, and the photographer decides.
        return Verdict.CANNOT_JUDGE
    if _is_soft(findings):
        return Verdict.SOFT
    return Verdict.MISSED_FOCUS if _missed(findings) else Verdict.SHARP_SUBJECT


def _strength(motion: Motion | None) -> float:
    return motion.strength if motion is not None else 0.0


def plain_strength(exposure_time_s: float | None) -> float:
    """Strength from which a movement is plain, at a shutter time or at an unknown one (None)."""
    return FAST_DIRECTIONAL if _is_fast(exposure_time_s) else DIRECTIONAL


def _is_fast(exposure_time_s: float | None) -> bool:
    return exposure_time_s is not None and exposure_time_s <= FAST_S


def _is_soft(findings: Findings) -> bool:
    if findings.sharp_outline >= SHARP_OUTLINE:
        return False
    peak = findings.region.peak
    limit = SOFT_S_BLUR if peak < SOFT_PEAK else BARELY_SHARP_S_BLUR
    return peak < SHARP_PEAK and findings.s_blur_native < limit


def _missed(findings: Findings) -> bool:
    return findings.region.peak >= SHARP_PEAK and is_clearly_softer(findings)


def is_clearly_softer(findings: Findings) -> bool:
    """Whether a target that we are sure of shows edges, and these are clearly softer than the sharpest region."""
    target = findings.target
    if target is None or target.confidence < CERTAIN_TARGET:
        return False
    has_edges = findings.tiles.judged[target.tiles].mean() >= EDGED_SHARE
    return bool(has_edges) and findings.target_ratio < MISSED_RATIO and findings.target_sharpness < SOFT_PEAK
