"""What the artefact assessor tells a photographer, most important sentence first."""

from __future__ import annotations

from scoring.assessors.artefact_findings import Findings
from scoring.assessors.dust import Spot
from scoring.assessors.place_words import place_in_words
from scoring.assessors.purple_fringe import FEWEST_EDGES

NONE, SLIGHT, STRONG = "no visible artefacts", "slight artefacts", "strong artefacts"
"""Three steps, as ITU-T F.740.4 has for artefacts, best first."""
SLIGHT_BELOW, STRONG_BELOW = 0.93, 0.6
"""What the worst artefact leaves of the value: a JPEG of quality 50 of a smooth scene falls under the first, of quality 20 under
the second."""
MOST_PLACES = 2
"""More spots are counted, not placed."""

SENTENCES = {
    "blocking": (
        "JPEG blocks begin to show in smooth areas.",
        "JPEG blocks are plain to see; look for a less compressed original.",
    ),
    "banding": ("Smooth gradients show faint steps.", "Smooth gradients have broken into visible steps."),
    "moire": ("Fine patterns show false colours in even stripes (moire).",) * 2,
    "purple_fringe": (
        "Edges of blown highlights have a thin purple rim; most editors remove it.",
        "Edges of blown highlights have a plain purple rim; most editors remove it.",
    ),
}
"""Artefact -> its sentence when slight, and when strong."""


def level_of(findings: Findings) -> str:
    """One of the three steps, that of the worst artefact: two that are hardly seen are not strong together."""
    left = min(findings.parts.values())
    if left < STRONG_BELOW:
        return STRONG
    return SLIGHT if left < SLIGHT_BELOW else NONE


def explain(findings: Findings) -> tuple[str, ...]:
    """A sentence for each artefact that is seen, the worst first, then one about spots."""
    seen = sorted((left, name) for name, left in findings.parts.items() if left < SLIGHT_BELOW)
    said = tuple(SENTENCES[name][left < STRONG_BELOW] for left, name in seen)
    return (*(said or (_none_found(findings),)), *spot_sentence(findings.spots))


def _none_found(findings: Findings) -> str:
    """Only what these pixels could show; fringes of other colours, or beside what is not blown, are not looked for."""
    if findings.moire_tiles is None or findings.fringe is None:
        return "No JPEG blocks or banding found; moire and purple rims would not show at this size."
    if findings.fringe.edges < FEWEST_EDGES:
        return "No JPEG blocks, banding or moire found."
    return "No JPEG blocks, banding or moire found, and no purple rims on blown highlights."


def spot_sentence(spots: list[Spot]) -> tuple[str, ...]:
    """A hint only: in one photo a bird and a grain of dust look alike."""
    if not spots:
        return ()
    if len(spots) > MOST_PLACES:
        return (f"{len(spots)} faint dark spots in smooth areas; dust on the sensor if they repeat in other photos.",)
    places = " and ".join(dict.fromkeys(f"at {place_in_words(*spot)}" for spot in spots))
    if len(spots) == 1:
        return (f"One faint dark spot {places}; dust on the sensor if it repeats in other photos.",)
    return (f"Two faint dark spots {places}; dust on the sensor if they repeat in other photos.",)
