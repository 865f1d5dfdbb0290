"""Numbers out of stored evidence."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.assessment import Assessment


def number(assessment: Assessment, key: str) -> float:
    """A number from the evidence; 0 where it was not measured."""
    value = assessment.evidence.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


def evidence_number(assessments: Mapping[str, Assessment], factor: str, key: str) -> float:
    """The same of one of several assessments; 0 where that factor was not assessed."""
    return number(assessments[factor], key) if factor in assessments else 0.0
