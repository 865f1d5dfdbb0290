"""What makes one photo look like a genre: only signs that a camera or an assessor has measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from index.photo.record import ExifFacts
from scoring.assessment import Assessment
from scoring.assessors.exposure_intent import SEEN
from scoring.ranking.evidence import evidence_number

Assessments = Mapping[str, Assessment]
Sign = Callable[[ExifFacts, Assessments], bool]

NIGHT_ISO, NIGHT_TIME_S = 1600, 1 / 15
"""A hand-held photo needs one or the other in street light: about 3 EV at f/2.8 (APEX, EXIF 2.32 annex C)."""
MOSTLY_DARK = 0.35
"""Share of the frame five stops under mid-grey; on 16 camera photos only a casino at night, a moon, a silhouette and a flower
before black pass it."""
LONG_LENS_MM = 150.0
SHORT_TIME_S = 1 / 400
"""A long lens at a time that stops a running animal or player; no compact or phone reaches such a true focal length."""
WIDE_LENS_MM = 35.0
SMALL_APERTURE = 7.1
"""Wide and stopped down, as views are taken on tripods and off; phones and most compacts cannot stop down so far."""
MACRO_WORDS = ("macro", "micro")
"""What makers call lenses that focus down to life size (Canon, Sony and Olympus, and Nikon)."""
PORTRAIT_AREA = 0.03
"""Share of the frame that the largest face covers: half-length in portrait format and closer."""
PORTRAIT_FACES, PARTY_FACES = 2, 3
PARTY_ISO = 800
"""Faces in groups, or by indoor light."""


def night(exif: ExifFacts, said: Assessments) -> bool:
    """Dark, and little light to take it by."""
    little_light = (exif.iso or 0) >= NIGHT_ISO or (exif.exposure_time_s or 0.0) >= NIGHT_TIME_S
    return little_light and evidence_number(said, "exposure", "deep_shadow_fraction") >= MOSTLY_DARK


def portrait(_: ExifFacts, said: Assessments) -> bool:
    """One or two people, large in the frame."""
    return 1 <= faces(said) <= PORTRAIT_FACES and evidence_number(said, "faces", "largest_area") >= PORTRAIT_AREA


def event(exif: ExifFacts, said: Assessments) -> bool:
    """Several people, or people by indoor light, none of them filling the frame."""
    close = evidence_number(said, "faces", "largest_area") >= PORTRAIT_AREA
    return faces(said) >= PARTY_FACES or (faces(said) >= 1 and not close and (exif.iso or 0) >= PARTY_ISO)


def sport(exif: ExifFacts, said: Assessments) -> bool:
    """A long lens at a short time, on people."""
    return _stops_action(exif) and faces(said) >= 1


def wildlife(exif: ExifFacts, said: Assessments) -> bool:
    """A long lens at a short time, and nobody to be seen where faces were looked for."""
    return _stops_action(exif) and nobody(said)


def landscape(exif: ExifFacts, said: Assessments) -> bool:
    """A wide lens, stopped down, and nobody to be seen where faces were looked for."""
    wide = exif.focal_length_mm is not None and exif.focal_length_mm <= WIDE_LENS_MM
    return wide and (exif.f_number or 0.0) >= SMALL_APERTURE and nobody(said)


def macro(exif: ExifFacts, said: Assessments) -> bool:
    """A macro lens, focused so close that little is sharp."""
    lens = (exif.lens or "").lower()
    focus = said.get("focus")
    shallow = focus is not None and focus.evidence.get("depth_of_field") == "shallow"
    return shallow and any(word in lens for word in MACRO_WORDS)


def product(_: ExifFacts, said: Assessments) -> bool:
    """A thing before white, and nobody to be seen where faces were looked for: a portrait has white behind it as often."""
    return evidence_number(said, "exposure", "white_backdrop") >= SEEN and nobody(said)


def faces(said: Assessments) -> int:
    """How many faces were found."""
    return round(evidence_number(said, "faces", "faces"))


def nobody(said: Assessments) -> bool:
    """Whether faces were looked for, and none was found."""
    return faces(said) == 0 and "faces" in said and said["faces"].evidence.get("faces") is not None


def _stops_action(exif: ExifFacts) -> bool:
    long = (exif.focal_length_mm or 0.0) >= LONG_LENS_MM
    return long and exif.exposure_time_s is not None and exif.exposure_time_s <= SHORT_TIME_S


GENRE_SIGNS: Mapping[str, tuple[Sign, str]] = {
    "night": (night, "dark, at a high ISO or a long exposure"),
    "portrait": (portrait, "of one or two people, close"),
    "event": (event, "of several people, or of people by indoor light"),
    "sport": (sport, "of people, with a long lens at a short exposure"),
    "wildlife": (wildlife, "with a long lens at a short exposure, and without people"),
    "landscape": (landscape, "with a wide lens, stopped down, and without people"),
    "macro": (macro, "with a macro lens and little depth of field"),
    "product": (product, "of things before a white background"),
}
"""Genre -> its sign, and what such photos have in common. Street photos have no sign of their own that could be measured."""
