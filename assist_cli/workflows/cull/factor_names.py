"""The names of what is judged, for filters and sorts."""

from __future__ import annotations


def factor_names() -> tuple[str, ...]:
    """In the order in which a photographer reads them."""
    # Late: what judges photos takes longer to import than the first one to be shown.
    from scoring.registry import ASSESSORS

    return tuple(assessor.name for assessor in ASSESSORS)
