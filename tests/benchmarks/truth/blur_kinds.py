"""Can focus tell movement from defocus? Known blurs of every photo, and the verdicts they get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scoring.assessment import Assessment
from tests.benchmarks.ladders.blur_steps import defocused, moved
from tests.benchmarks.truth.photos import Photo
from tests.benchmarks.truth.subject_masks import before_blur, subject_mask

RADII_PX = (4, 6, 8)
MOVEMENTS = ((12, 0), (12, 90), (24, 30), (24, 120))
"""Length in px, direction in degrees."""
BACKGROUND_RADII_PX = (8, 16)
VERDICTS = ("sharp_subject", "missed_focus", "motion_blur", "soft", "cannot_judge")
HEAD = ["what was done", *(verdict.replace("_", " ") for verdict in VERDICTS), "kind right, of those called blurred"]
BEFORE_BLUR = "background defocused"
RIGHT = {"as taken": "", "defocused": "soft", "moved": "motion_blur", BEFORE_BLUR: ""}


def verdicts(photo: Photo) -> Iterator[tuple[str, str]]:
    """What was done to the photo, and what focus said then."""
    as_taken = verdict(photo.said_by("focus", photo.rgb))
    yield "as taken", as_taken
    for radius_px in RADII_PX:
        yield "defocused", verdict(photo.said_by("focus", defocused(photo.rgb, radius_px)))
    for length_px, direction_deg in MOVEMENTS:
        yield "moved", verdict(photo.said_by("focus", moved(photo.rgb, length_px, direction_deg)))
    mask = subject_mask(photo) if as_taken == "sharp_subject" else None
    for radius_px in BACKGROUND_RADII_PX if mask is not None else ():
        yield BEFORE_BLUR, verdict(photo.said_by("focus", before_blur(photo, mask, radius_px)))


def verdict(said: Assessment) -> str:
    """Of the five."""
    return str(said.evidence["verdict"])


def rows(told: list[tuple[str, str]]) -> list[list[str]]:
    """A line a treatment: how often each verdict, and how often the right kind among the two kinds of blur."""
    return [
        line(treatment, right, Counter(said for done, said in told if done == treatment))
        for treatment, right in RIGHT.items()
    ]


def never_soft(told: list[tuple[str, str]]) -> str:
    """How often a sharp subject before a blurred background was called soft all the same, in a sentence."""
    said = [verdict for done, verdict in told if done == BEFORE_BLUR]
    soft = said.count("soft")
    were = "were" if soft > 1 else "was"
    return f"Of {len(said)} sharp subjects before a blurred background {soft or 'none'} {were} called soft."


def line(treatment: str, right: str, counts: Counter[str]) -> list[str]:
    """One treatment."""
    blurred = counts["soft"] + counts["motion_blur"]
    share = f"{counts[right] / blurred:.0%}" if right and blurred else "-"
    return [treatment, *(str(counts[verdict]) for verdict in VERDICTS), share]
