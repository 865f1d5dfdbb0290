"""A brief survives being kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assist_cli.workflows.dust_watch import SensorSpots
from assist_cli.workflows.photo_in_brief import PhotoInBrief, brief_from, brief_json
from index.photo.record import Asset

FULL = PhotoInBrief(
    Path("/shoot/a.jpg"),
    (Path("/shoot/a.nef"),),
    True,
    71.300001,
    6.25,
    datetime(2026, 5, 4, 10, 0, 0, 412000, UTC),
    {"focus": 0.1, "faces": None},
    ("soft",),
    "It is soft.",
    ("night", "event"),
    SensorSpots("Canon EOS 5D", 1.5, [(0.2, 0.3)]),
)
BARE = PhotoInBrief(Path("/shoot/b.jpg"), (), True, 50.0, 5.0, None, {}, (), "", (), None)


@pytest.mark.parametrize("brief", [FULL, BARE])
def test_a_kept_brief_comes_back_equal(brief):
    kept = json.loads(json.dumps(brief_json(brief)))
    assert brief_from(kept, Asset(brief.path, brief.companions)) == brief
