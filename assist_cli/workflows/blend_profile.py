"""Which profile blends the factors of a run."""

from __future__ import annotations

from scoring.ranking.profile import AUTO, DEFAULT, Profile, load_profile


def profile_called(name: str) -> Profile:
    """The profile that ships under this name, or that of this TOML file; `auto` blends as `default`. Raises `ProfileError`."""
    return load_profile(DEFAULT if name == AUTO else name)
