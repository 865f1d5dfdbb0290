"""What was measured of one photo's exposure: all that a verdict needs, as it is stored in the evidence."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.assessment import Evidence

DIGITS = 4
"""Kept in the evidence: a ten-thousandth of an EV or of the frame."""


@dataclass(frozen=True, slots=True)
class ExposureFacts:
    """Offsets in EV from well exposed, negative = too dark; parts of the frame in [0, 1]; readings of intent in [0, 1]."""

    ev: float
    """The best estimate for the whole photo."""
    lit_ev: float
    """Of the part that the light comes from."""
    before_ev: float
    """Of what stands before a white backdrop, or simply is not blown to white."""
    subject_ev: float
    """Of the subject's own tones, a face where there is one; of the whole where nothing is the subject."""
    subject_confidence: float
    subject_face: float
    """1 where the subject is a face, else 0: how light skin is, is known far better than how light a thing is."""
    mid_ev: float
    """Of the mid-tones, from mid-grey."""
    network_ev: float
    """Mean of the exposure map."""
    range_ev: float
    """From the darkest to the brightest percent."""
    brightest_ev: float
    """Of the brightest percent, in its brightest channel, from mid-grey: 2.5 is white."""
    highlights: float
    """Any channel blown."""
    white: float
    """All channels blown."""
    shadows: float
    """All channels black."""
    backdrop: float
    """Nearly white ground, joined to the border: a backdrop as far as `white_backdrop` says."""
    backdrop_white: float
    """`white`, as far as it lies in that ground; 0 where that is no backdrop."""
    backdrop_highlights: float
    subject_white: float
    """`white`, of the subject's core alone."""
    subject_shadows: float
    channel_highlights: tuple[float, ...]
    """Red, green, blue blown."""
    channel_shadows: tuple[float, ...]
    zones: tuple[float, ...]
    """Part of the frame in each of Adams's zones 0..X."""
    deep_shadows: float
    """Five stops or more under mid-grey."""
    low_key: float
    dark_mood: float
    high_key: float
    white_backdrop: float
    silhouette: float
    pale: float
    """Part of the frame within a stop of its brightest tones; 0 where these are white enough, or far above the rest."""
    greyed: float
    """How much that looks like something white that came out grey, in [0, 1]."""


KEYS = {
    "ev": "ev_offset",
    "lit_ev": "lit_ev_offset",
    "before_ev": "before_backdrop_ev_offset",
    "subject_ev": "subject_ev_offset",
    "subject_confidence": "subject_confidence",
    "subject_face": "subject_is_face",
    "mid_ev": "mid_tone_ev_offset",
    "network_ev": "network_ev_offset",
    "range_ev": "tonal_range_ev",
    "brightest_ev": "brightest_ev_above_grey",
    "highlights": "clipped_highlights",
    "white": "clipped_to_white",
    "shadows": "clipped_shadows",
    "backdrop": "backdrop_fraction",
    "backdrop_white": "backdrop_clipped_to_white",
    "backdrop_highlights": "backdrop_clipped_highlights",
    "subject_white": "subject_clipped_to_white",
    "subject_shadows": "subject_clipped_shadows",
    "channel_highlights": "clipped_highlights_rgb",
    "channel_shadows": "clipped_shadows_rgb",
    "zones": "zones",
    "deep_shadows": "deep_shadow_fraction",
    "low_key": "low_key",
    "dark_mood": "dark_mood",
    "high_key": "high_key",
    "white_backdrop": "white_backdrop",
    "silhouette": "silhouette",
    "pale": "pale_fraction",
    "greyed": "white_came_out_grey",
}
"""Field -> its key in the evidence."""


def as_evidence(facts: ExposureFacts) -> Evidence:
    """The facts as they are stored: plain numbers and lists, rounded."""
    told = {}
    for field, key in KEYS.items():
        value = getattr(facts, field)
        told[key] = [round(part, DIGITS) for part in value] if isinstance(value, tuple) else round(value, DIGITS)
    return told


def from_evidence(evidence: Evidence) -> ExposureFacts | None:
    """The facts of a stored assessment; None where it holds none (an abstention, another version)."""
    if any(key not in evidence for key in KEYS.values()):
        return None
    stored = {field: evidence[key] for field, key in KEYS.items()}
    return ExposureFacts(**{k: tuple(v) if isinstance(v, list | tuple) else v for k, v in stored.items()})  # type: ignore[arg-type]
