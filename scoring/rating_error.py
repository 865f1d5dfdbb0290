"""How far a rating is usually off, as the weights' own entry was measured."""

from __future__ import annotations

from weights.registry import entries


def usual_error(weights: str) -> float | None:
    """Root mean squared error of the mean rating on photos that training never saw; None where nobody measured it."""
    entry = entries().get(weights)
    overall = entry.facts.get("validation", {}).get("overall", {}) if entry else {}
    return float(overall["rmse"]) if "rmse" in overall else None
