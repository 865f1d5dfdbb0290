"""What counts as the same, and what does not."""

from __future__ import annotations

import pytest

from tests.scoring.golden.differences import differences


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ({"a": [0.5004, 3]}, {"a": [0.5, 3]}),
        (2001.0, 2000),
        ("0.4 EV under.", "0.5 EV under."),
        (None, None),
        (True, True),
    ],
)
def test_a_little_is_no_difference(now, before):
    assert list(differences(now, before, 1e-3)) == []


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ({"a": [0.502]}, {"a": [0.5]}, "a[0]: 0.502, was 0.5"),
        ([1, 2], [1], "[1]: 2, was None"),
        ({"a": 1}, {}, "a: 1, was None"),
        ({}, {"a": {"b": 1}}, "a: None, was {'b': 1}"),
        (4, 3, ": 4, was 3"),
        ("0.4 EV under.", "0.6 EV under.", ": '0.4 EV under.', was '0.6 EV under.'"),
        ("2 people.", "No people.", ": '2 people.', was 'No people.'"),
        (True, 1, ": True, was 1"),
    ],
)
def test_more_is_one_and_its_place_is_told(now, before, told):
    assert list(differences(now, before, 1e-3)) == [told]
