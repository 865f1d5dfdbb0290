"""Which profile blends the factors of a run."""

from __future__ import annotations

from scoring.ranking.profile import DEFAULT, Profile, load_profile

AUTO = "auto"
"""Blend as `default` does, and propose a profile when the photos of a run look like one genre."""


def profile_called(name: str) -> Profile:
    """The profile that ships under this name, or that of this TOML file; raises `ProfileError`."""
    return load_profile(DEFAULT if name == AUTO else name)
