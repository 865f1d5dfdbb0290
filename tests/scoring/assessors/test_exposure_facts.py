"""Exposure facts are stored in the evidence and come back."""

import json

from scoring.assessors.exposure_facts import as_evidence, from_evidence
from tests.scoring.assessors.made_facts import made_facts


def test_facts_come_back_from_their_evidence_and_from_json():
    facts = made_facts(-0.75, subject_confidence=0.5)
    assert from_evidence(as_evidence(facts)) == facts
    assert from_evidence(json.loads(json.dumps(as_evidence(facts)))) == facts


def test_evidence_of_another_version_holds_no_facts():
    assert from_evidence({"ev_offset": -1.0}) is None


def test_evidence_keeps_the_names_that_others_read():
    assert {"ev_offset", "clipped_highlights", "clipped_shadows", "lit_ev_offset"} <= set(as_evidence(made_facts()))
