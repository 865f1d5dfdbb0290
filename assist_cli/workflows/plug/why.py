"""Why a photo has its stars, as plain text for an editor: a sentence or two, or a line a factor."""

from __future__ import annotations

from collections.abc import Iterator

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.weakest_reason import weakest_reason
from scoring.assessment import Assessment
from scoring.frame import SMALLEST_EDGE_PX
from scoring.ranking.exposure_counterfactual import with_counterfactual
from scoring.ranking.problems import problem_word
from scoring.ranking.stars import printed_score, star_count
from scoring.ranking.unexplained import low_rating_words
from scoring.rating_distribution import HIGH_RATING

NO_FAULT = "No fault was found."


def why_in_short(photo: ScoredPhoto) -> str:
    """What is wrong, a sentence a fault; else what is weakest."""
    profile = photo.score.profile
    faults = [
        said.reasons[0]
        for name, said in photo.assessments.items()
        if said.reasons and problem_word(name, said, profile)
    ]
    told = faults or [one for one in (weakest_reason(photo),) if one] or [NO_FAULT]
    return " ".join([*told, *_beyond_factors(photo)])


def why_in_full(photo: ScoredPhoto) -> str:
    """The score, how people would rate it, then what each factor says, how surely and why; a line each."""
    return "\n".join(_lines(photo))


def _lines(photo: ScoredPhoto) -> Iterator[str]:
    score, quality = photo.score, photo.quality
    stars = star_count(score.value)
    yield f"Score {printed_score(score.value)} of 100: {stars} star{'s' if stars > 1 else ''} (profile {score.profile.name})."
    yield f"People would rate it {quality.mean:.1f} of 10; {quality.p_high * 100:.0f} % would rate it {HIGH_RATING} or higher."
    for name, said in with_counterfactual(photo.assessments).items():
        yield f"{name.capitalize()}{_measure(said)}: {' '.join(said.reasons) or said.level}"
    yield from _beyond_factors(photo)


def _measure(said: Assessment) -> str:
    return "" if said.abstained else f" {said.value * 100:.0f} ({said.level}, {said.confidence * 100:.0f} % sure)"


def _beyond_factors(photo: ScoredPhoto) -> Iterator[str]:
    if min(photo.record.size_px) < SMALLEST_EDGE_PX:
        yield f"Under {SMALLEST_EDGE_PX} px along its short edge it is hardly a photo: its rating means little."
    if told := low_rating_words(photo.quality, photo.assessments, photo.score.profile):
        yield told
