"""A rating's usual error comes from the weights' own entry."""

import dataclasses

import pytest

from scoring import rating_error
from scoring.rating_error import usual_error
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry


@pytest.fixture
def measured(monkeypatch):
    """The shipped entry, with validation results as given."""

    def entry_with(validation):
        entry = find_entry(DEFAULT_RATING_WEIGHTS)
        told = dataclasses.replace(entry, facts={**entry.facts, "validation": validation})
        monkeypatch.setattr(rating_error, "entries", lambda: {"these": told})

    return entry_with


def test_error_is_the_measured_one(measured):
    measured({"overall": {"rmse": 1.25}})
    assert usual_error("these") == 1.25


@pytest.mark.parametrize("validation", [{}, {"overall": {"srcc": 0.8}}])
def test_error_that_nobody_measured_is_not_told(measured, validation):
    measured(validation)
    assert usual_error("these") is None


def test_unknown_weights_have_no_error():
    assert usual_error("nobody's") is None
