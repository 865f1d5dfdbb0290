"""Exposure facts for tests: a photo without fault, and what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scoring.assessors.exposure_facts import ExposureFacts

PLAIN = ExposureFacts(
    ev=0.0,
    lit_ev=0.0,
    before_ev=0.0,
    subject_ev=0.0,
    subject_confidence=0.0,
    subject_face=0.0,
    mid_ev=0.0,
    network_ev=0.0,
    range_ev=6.0,
    brightest_ev=2.4,
    highlights=0.0,
    white=0.0,
    shadows=0.0,
    backdrop=0.0,
    backdrop_white=0.0,
    backdrop_highlights=0.0,
    subject_white=0.0,
    subject_shadows=0.0,
    channel_highlights=(0.0, 0.0, 0.0),
    channel_shadows=(0.0, 0.0, 0.0),
    zones=(0.0, 0.0, 0.1, 0.2, 0.2, 0.2, 0.2, 0.1, 0.0, 0.0, 0.0),
    deep_shadows=0.0,
    low_key=0.0,
    dark_mood=0.0,
    high_key=0.0,
    white_backdrop=0.0,
    silhouette=0.0,
    pale=0.1,
    greyed=0.0,
)


def made_facts(ev: float = 0.0, **differing: Any) -> ExposureFacts:
    """The plain photo, all of it `ev` off, and what else differs."""
    whole = replace(PLAIN, ev=ev, lit_ev=ev, before_ev=ev, subject_ev=ev, mid_ev=ev, network_ev=ev)
    return replace(whole, **differing)


def blown(white: float, **differing: Any) -> ExposureFacts:
    """A normal photo with this part blown to white."""
    return made_facts(white=white, highlights=white, channel_highlights=(white,) * 3, **differing)
