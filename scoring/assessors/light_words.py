"""What the light assessor tells a photographer, most important sentence first."""

from __future__ import annotations

from scoring.assessors.backlight import Backlight
from scoring.assessors.light_contrast import Contrast
from scoring.assessors.tones import DEEP_SHADOW_LUMINANCE

SILHOUETTE, BACKLIT = "silhouette", "backlit"
FLAT, SOFT, NORMAL, CONTRASTY = "flat", "soft contrast", "normal contrast", "contrasty"
"""Plain words; "soft" alone would be taken for focus."""

FLAT_FROM, SOFT_FROM = 0.5, 0.05
"""Flatness; of 900 BIQ2021 photos 7 % reach the first, 15 % the second."""
CONTRASTY_SPREAD_EV, CONTRASTY_RANGE_EV = 0.6, 6.0
"""Spread above an ordinary photo's, and range nearly from black to white; with stark subjects a seventh of the same photos."""

WHOLE_RANGE_EV = 6.4
"""A quarter of 525 BIQ2021 photos have more between their darkest and brightest percent, of 7.7 EV that a screen can show: nobody
calls that normal, however little of the frame is dark or bright."""

BACKLIT_EV, BACKLIT_LUMINANCE = -2.0, 0.08
"""A face this far under its surroundings, and a stop under mid-grey: light from behind, or as if."""
SOFT_RANGE_EV, SOFT_LOCAL = 5.0, 2.6
"""Short of flat: a spread below an ordinary photo's in a range of so little (a third of the same photos have less), with little
that stands out. Such a camera photo is snow under low clouds."""
PLAIN_LOCAL = 4.5
"""A quarter of 2,400 BIQ2021 photos have more."""
SUBJECT_EV = 2.0
"""Two stops are plain to see between a thing and what surrounds it."""
STARK_SUBJECT_EV = 3.5
"""A moon, a lit facade at night and a flower before black measured 3.9 to 5.4 EV, other camera photos under 3."""
SUBJECT_TRUST = 0.5
"""Confidence of the subject from which such a sentence is worth saying."""
AGAINST_LIGHT = "Backlit: what stands in front is nearly black before a much brighter background."

DARK_LUMINANCE, BRIGHT_LUMINANCE = 0.03, 0.5
"""Median of a flat frame that is simply dark, or high key: zones II to III, and VI to VII (Adams, The Negative, 1981)."""


def level_of(contrast: Contrast, face: Backlight | None, subject: Backlight | None, silhouettes: float) -> str:
    """The one thing most worth knowing about the light."""
    if silhouettes > 0.0:
        return SILHOUETTE
    if is_backlit(face):
        return BACKLIT
    if contrast.flatness >= FLAT_FROM:
        return FLAT
    if _is_contrasty(contrast, subject):
        return CONTRASTY
    low = contrast.contrast_ev < 0.0 and contrast.range_ev < SOFT_RANGE_EV and contrast.local < SOFT_LOCAL
    return SOFT if low or contrast.flatness >= SOFT_FROM else NORMAL


def _is_contrasty(contrast: Contrast, subject: Backlight | None) -> bool:
    if subject is not None and subject.confidence >= SUBJECT_TRUST and abs(subject.ev) >= STARK_SUBJECT_EV:
        return True
    return is_wide(contrast)


def is_wide(contrast: Contrast) -> bool:
    """Strong contrast by the tones of the whole; else one stark subject makes it so."""
    spread = contrast.contrast_ev >= CONTRASTY_SPREAD_EV and contrast.range_ev >= CONTRASTY_RANGE_EV
    return spread or contrast.range_ev >= WHOLE_RANGE_EV


def is_backlit(face: Backlight | None) -> bool:
    """Only of a face: how dark another thing is by nature, nobody can tell from the picture."""
    return face is not None and face.ev <= BACKLIT_EV and face.luminance <= BACKLIT_LUMINANCE


def explain(
    level: str,
    contrast: Contrast,
    face: Backlight | None,
    subject: Backlight | None,
    *,
    against_light: bool = False,
) -> tuple[str, ...]:
    """What the light is like, then how the subject stands in it."""
    if level == SILHOUETTE:
        return ("The foreground is a black silhouette before a lit background.",)
    if level == BACKLIT and face is not None:
        return (f"The face is {-face.ev:.1f} EV darker than what is around it: lit from behind, or in shade.",)
    if level == CONTRASTY and subject is not None and not is_wide(contrast):
        return (f"Strong contrast: the eye is drawn to a part that is {_apart(subject)}.",)
    if against_light and level in (NORMAL, CONTRASTY):
        # Of black there is no local contrast to miss.
        return (AGAINST_LIGHT, f"{_span(level, contrast)}.")
    return (_contrast(level, contrast), *_subject(subject))


def even_tone(*, whole: bool) -> str:
    """Why there is no light to judge: all of the frame is of one tone, or all but a small part."""
    most = "The frame is" if whole else "All but a small part of the frame is"
    return f"{most} one even tone, so its light cannot be judged."


def _contrast(level: str, contrast: Contrast) -> str:
    span = f"nearly all tones lie within {contrast.range_ev:.1f} EV"
    if level == FLAT:
        if contrast.median < DARK_LUMINANCE:
            return f"Little stands out: {span}, and they are dark."
        if contrast.median > BRIGHT_LUMINANCE:
            return f"Little contrast: {span}, and they are bright; high key, if it is meant."
        return f"Little contrast: {span}. That is fog, haze or dull light, or simply an even scene."
    if level == SOFT:
        return f"Soft contrast: {span}, as in haze, fog or under clouds."
    return f"{_span(level, contrast)}{_places(contrast)}."


def _span(level: str, contrast: Contrast) -> str:
    return f"{'Strong' if level == CONTRASTY else 'Normal'} contrast: {contrast.range_ev:.1f} EV from dark to bright"


def _places(contrast: Contrast) -> str:
    """How far parts stand out from what is beside them, where that is out of the ordinary: it moves the value."""
    if contrast.local < SOFT_LOCAL:
        return ", but little local contrast"
    return ", with strong local contrast" if contrast.local >= PLAIN_LOCAL else ""


def _subject(subject: Backlight | None) -> tuple[str, ...]:
    if subject is None or subject.confidence < SUBJECT_TRUST or abs(subject.ev) < SUBJECT_EV:
        return ()
    return (f"The eye is drawn to a part that is {_apart(subject)}.",)


def _apart(subject: Backlight) -> str:
    if subject.ev > 0 and subject.around < DEEP_SHADOW_LUMINANCE:
        return "lit before black surroundings"
    if subject.ev > 0:
        return f"{subject.ev:.1f} EV brighter than its surroundings"
    return f"{-subject.ev:.1f} EV darker than its surroundings: dark by nature, or lit from behind"
