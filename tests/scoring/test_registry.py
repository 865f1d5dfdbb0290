"""The table of assessors."""

import dataclasses

import pytest

from scoring.registry import ASSESSORS, UnknownAssessorError, by_name, find_assessor


def test_every_assessor_names_its_source():
    assert all(len(assessor.source) > 10 for assessor in ASSESSORS)


def test_an_assessor_is_found_by_its_name():
    assert find_assessor("focus").name == "focus"


def test_a_name_used_twice_raises():
    twin = dataclasses.replace(ASSESSORS[1], name=ASSESSORS[0].name)
    with pytest.raises(ValueError, match=ASSESSORS[0].name):
        by_name((*ASSESSORS, twin))


def test_an_unknown_name_suggests_the_nearest():
    with pytest.raises(UnknownAssessorError, match="did you mean 'sharpness'"):
        find_assessor("sharpnes")
