"""The table of assessors."""

import dataclasses

import pytest

from scoring.registry import ASSESSORS, told_apart


def test_every_assessor_names_its_source():
    assert all(len(assessor.source) > 10 for assessor in ASSESSORS)


def test_assessors_keep_the_order_in_which_they_are_listed():
    assert told_apart(*reversed(ASSESSORS)) == tuple(reversed(ASSESSORS))


def test_a_name_used_twice_raises_when_the_table_is_made():
    twin = dataclasses.replace(ASSESSORS[1], name=ASSESSORS[0].name)
    with pytest.raises(ValueError, match=ASSESSORS[0].name):
        told_apart(*ASSESSORS, twin)
