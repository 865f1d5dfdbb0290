"""A profile: how much each factor counts, and when a problem is worth a word. One TOML a genre."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scoring.ranking.exposure_rules import exposure_rule_names

PROFILES = Path(__file__).parent / "profiles"
DEFAULT = "default"
AUTO = "auto"
"""Names no profile: a run is blended as by `default`, and one is proposed afterwards."""
LARGEST_SHARE = 1000.0
"""Shares are relative: two thousand times the rating's own in `default` outweighs all else, and sums stay numbers."""
LEAST_FAULTLESS = 0.01
"""A value is divided by it to find the weakest factor: at nought there would be none."""
SUFFIX = ".toml"
OR_A_FILE = " A profile of your own is named by its file, which ends in .toml"
KEYS = ("summary", "exposure_rules", "blend", "faultless", "problems", "in_group")
"""What a profile may hold; the names in its tables are those of `default.toml`."""


@dataclass(frozen=True, slots=True)
class Range:
    """From which number to which, both allowed, and in words."""

    least: float
    most: float
    words: str


RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "blend": Range(0.0, LARGEST_SHARE, f"from 0 to {LARGEST_SHARE:g}"),
        "faultless": Range(LEAST_FAULTLESS, 1.0, f"from {LEAST_FAULTLESS:g} to 1"),
        "problems": Range(0.0, 1.0, "from 0 to 1"),
        "in_group": Range(0.0, LARGEST_SHARE, f"from 0 to {LARGEST_SHARE:g}"),
    }
)


@dataclass(frozen=True, slots=True)
class Profile:
    """The choices of one genre."""

    name: str
    """Of one that ships; the path of any other, as it was given."""
    summary: str
    """What it is for, in a few words."""
    blend: Mapping[str, float]
    """Relative share of `quality` and of each assessor."""
    faultless: Mapping[str, float]
    """Value of an assessor that found no fault, where that is below 1: it describes more than it judges."""
    problem_value_below: float
    problem_confidence_from: float
    exposure_rules: str
    """Which clipping and darkness belong to the genre (`exposure_rules/*.toml`)."""
    in_group: Mapping[str, float]
    """Relative share of each factor by which frames of one group are compared (`picks.readings.FACTORS`)."""


class ProfileError(Exception):
    """There is no such profile, or it cannot be used."""

    exit_code = 2

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def profile_names() -> list[str]:
    """The profiles that ship."""
    return sorted(path.stem for path in PROFILES.glob("*.toml"))


def profile_text(name: str) -> str:
    """The TOML of a profile that ships; raises `ProfileError`."""
    if name == AUTO:
        raise ProfileError(
            "auto is no profile of its own: a run is blended as by default, and then the profile is proposed that most of its "
            "photos call for",
            f"there are: {', '.join(profile_names())}",
        )
    if Path(name).suffix.lower() == SUFFIX:
        raise ProfileError(f"{name} is a file of yours", f"those that ship are: {', '.join(profile_names())}")
    return _file(name, "").read_text(encoding="utf-8")


@cache
def load_profile(name: str = DEFAULT) -> Profile:
    """The profile that ships under `name`, or the one in the TOML file of that path. What it does not say is as in
    `default.toml`. Raises `ProfileError`.
    """
    ships = Path(name).suffix.lower() != SUFFIX
    path = _file(name, OR_A_FILE) if ships else Path(name)
    default = _tables(PROFILES / f"{DEFAULT}.toml")
    own = _tables(path)
    _check(own, default, path)
    merged = {
        table: {**default[table], **own.get(table, {})} for table in ("blend", "faultless", "problems", "in_group")
    }
    if not sum(merged["blend"].values()) > 0.0:
        raise ProfileError(f"in {path} nothing counts", "give at least one factor in [blend] a share above 0")
    problems = merged["problems"]
    limits = (float(problems["value_below"]), float(problems["confidence_from"]))
    rules = _rules(own.get("exposure_rules", default["exposure_rules"]), path)
    return Profile(
        name, str(own.get("summary", "")), merged["blend"], merged["faultless"], *limits, rules, merged["in_group"]
    )


def _rules(name: object, path: Path) -> str:
    known = exposure_rule_names()
    if name in known:
        return str(name)
    raise ProfileError(f"in {path} no exposure rules are called {name!r}", f"there are: {', '.join(known)}")


def _file(name: str, otherwise: str) -> Path:
    known = profile_names()
    if name in known:
        return PROFILES / f"{name}.toml"
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}."
    raise ProfileError(f"no profile is called {name!r}", f"{hint}{otherwise}")


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        hint = "check the spelling; assist profiles default > mine.toml makes one to change"
        raise ProfileError(f"the profile {path} cannot be read: {error.strerror}", hint) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"the profile {path} is no TOML: {error}", "assist profiles default shows one") from error


def _check(own: Mapping[str, Any], default: Mapping[str, Any], path: Path) -> None:
    """Raise `ProfileError` for the first thing in `own` that would otherwise silently do nothing, or harm."""
    _known(own, KEYS, "", path)
    if not isinstance(own.get("summary", ""), str):
        raise ProfileError(f"in {path} summary is not a text", 'such as summary = "weddings"')
    names = {
        "blend": list(default["blend"]),
        "faultless": list(default["blend"]),
        "problems": list(default["problems"]),
        "in_group": list(default["in_group"]),
    }
    for table in (table for table in names if table in own):
        if not isinstance(own[table], dict):
            raise ProfileError(f"in {path} {table} is not a table", f"write it as [{table}]")
        _known(own[table], names[table], f"[{table}] ", path)
        for key, number in own[table].items():
            _check_number(number, f"{table}.{key}", RANGES[table], path)


def _known(found: Mapping[str, Any], known: Sequence[str], place: str, path: Path) -> None:
    for key in found:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
            raise ProfileError(f"in {path} nothing is called {place}{key}", hint)


def _check_number(number: object, key: str, wanted: Range, path: Path) -> None:
    if isinstance(number, bool) or not (isinstance(number, int | float) and wanted.least <= number <= wanted.most):
        raise ProfileError(f"in {path} {key} = {number!r} cannot be used", f"give a number {wanted.words}")
