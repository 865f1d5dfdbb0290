"""A profile: how much each factor counts, and when a problem is worth a word. One TOML a genre."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class Profile:
    """The choices of one genre."""

    name: str
    blend: Mapping[str, float]
    """Relative share of `quality` and of each assessor."""
    faultless: Mapping[str, float]
    """Value of an assessor that found no fault, where that is below 1: it describes more than it judges."""
    problem_value_below: float
    problem_confidence_from: float


class UnknownProfileError(Exception):
    """No profile has this name."""

    exit_code = 2

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"no profile is called {name!r}")
        self.hint = f"there are: {', '.join(known)}"


@cache
def load_profile(name: str = "auto") -> Profile:
    """The profile called `name`; raises `UnknownProfileError`."""
    known = sorted(path.stem for path in PROFILES.glob("*.toml"))
    if name not in known:
        raise UnknownProfileError(name, known)
    facts = tomllib.loads((PROFILES / f"{name}.toml").read_text(encoding="utf-8"))
    problems = facts["problems"]
    return Profile(name, facts["blend"], facts["faultless"], problems["value_below"], problems["confidence_from"])
