"""The profiles, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from scoring.ranking.profile import DEFAULT, Profile


def profile_lines(profiles: Sequence[Profile]) -> Iterator[Text]:
    """Name and purpose of each, the default one first."""
    cells = max(len(profile.name) for profile in profiles) + 2
    for profile in sorted(profiles, key=lambda profile: (profile.name != DEFAULT, profile.name)):
        yield Text.assemble((profile.name.ljust(cells), "bold"), profile.summary)
