"""Whether a low rating stands beside factors that are all fine: what it is about was then not measured."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.assessment import Assessment
from scoring.ranking.blend import rating_as_value
from scoring.ranking.problems import problem_word
from scoring.ranking.profile import Profile
from scoring.rating_distribution import Quality

LOW_RATING = 0.4
"""Of 600 BIQ2021 photos a quarter are rated lower ..."""
SURE_ENOUGH, FINE = 0.3, 0.7
"""... and of these a fifth have no fault that can be named, nor any factor, as sure as that, under this part of what it gives to a
photo without fault. Thirty of them were looked at: what they lack is shake in a small copy, haze, or an occasion."""


def low_rating_words(quality: Quality, assessments: Mapping[str, Assessment], profile: Profile) -> str | None:
    """A sentence where the rating is low and no measured factor is; None elsewhere."""
    if rating_as_value(quality.mean) >= LOW_RATING or not assessments:
        return None
    if any(_explains(name, said, profile) for name, said in assessments.items()):
        return None
    unseen = [name for name in ("focus", "sharpness") if name in assessments and assessments[name].abstained]
    beside = f"; {unseen[0]} could not be judged" if unseen else ""
    return f"None of the measured factors explains the low rating{beside}."


def _explains(name: str, said: Assessment, profile: Profile) -> bool:
    low = said.confidence >= SURE_ENOUGH and said.value < FINE * profile.faultless.get(name, 1.0)
    return low or problem_word(name, said, profile) is not None
