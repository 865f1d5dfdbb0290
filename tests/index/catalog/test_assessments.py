"""Assessments come back equal, in their order, each with its version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalog.database import open_catalog
from index.catalog.stored import StoredAssessment

unit = st.floats(0.0, 1.0)
json_values = st.recursive(
    st.none() | st.floats(allow_nan=False) | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=6,
)
assessments = st.builds(
    StoredAssessment,
    assessor=st.sampled_from(["exposure", "focus", "sharpness", "noise", "colour", "composition"]),
    version=st.integers(1, 1_000),
    value=unit,
    confidence=unit,
    level=st.text(st.characters(exclude_categories=["Cs"])),
    reasons=st.lists(st.text(), max_size=3).map(tuple),
    evidence=st.dictionaries(st.text(max_size=8), json_values, max_size=4),
)


@pytest.fixture(scope="module")
def module_catalog(tmp_path_factory):
    with open_catalog(tmp_path_factory.mktemp("assessments") / "catalog.db") as catalog:
        yield catalog


@given(st.lists(assessments, max_size=6, unique_by=lambda assessment: assessment.assessor).map(tuple))
def test_assessments_come_back_equal_and_in_order(module_catalog, make_photo, opinions):
    photo = replace(make_photo("/a.jpg"), assessments=opinions)
    module_catalog.forget([photo.record.path])
    module_catalog.store([photo])
    assert module_catalog.photo_at(Path("/a.jpg")).assessments == opinions


def test_one_assessment_is_kept_of_each_version_the_newest_judgement_first(catalog, make_photo):
    photo = make_photo("/a.jpg")
    noise, focus = photo.assessments
    newer = replace(noise, version=noise.version + 1, value=0.9)
    catalog.store([photo])
    catalog.store([replace(photo, assessments=(newer, focus))])
    assert catalog.photo_at(Path("/a.jpg")).assessments == (newer, focus, noise)
