"""The JSON of one photo is what the interfaces document promises."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assist_cli.render.photo_json import capture_time_text, json_text, photo_json, rounded
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.record import ExifFacts, PhotoRecord
from scoring.assessment import Assessment
from scoring.ranking.blend import Score
from scoring.rating_distribution import Quality

KEYS = {"schema", "path", "asset_id", "status", "size_px", "exif", "rating_dist", "quality", "assessments", "score"}
KEYS |= {"percentile", "error"}
EXIF_KEYS = {"camera", "lens", "capture_time", "iso", "f_number", "exposure_time_s", "focal_length_mm", "orientation"}


@pytest.fixture
def photo():
    exif = ExifFacts("Nikon D750", None, datetime(2026, 11, 20, 10, 31, 2, 412_000), 400, 2.8, 1 / 3, None, 85.0, 6)
    record = PhotoRecord(Path("/shoot/IMG_0412.JPG"), "ab12", (2848, 4272), exif)
    said = Assessment(1 / 3, 0.9, "slightly under", ("A little dark.",), {"ev_offset": -2 / 3, "box": (1, 2, 3, 4)})
    quality = Quality("nima@0123", (0.1,) * 10)
    return ScoredPhoto(record, quality, {"exposure": said}, Score(200 / 3, None, "exposure"), cached=False)


def test_every_promised_field_is_there(photo):
    told = photo_json(photo)
    assert set(told) >= KEYS
    assert set(told["exif"]) >= EXIF_KEYS
    assert set(told["quality"]) == {"mean", "sd", "median", "skewness", "kurtosis", "p_high", "weights"}
    assert told["schema"] == "assist.photo/1"
    assert told["status"] == "scored"
    assert told["error"] is None


def test_numbers_are_cut_to_six_digits(photo):
    told = photo_json(photo)
    assert told["score"] == 66.666667
    assert told["assessments"]["exposure"] == {
        "value": 0.333333,
        "confidence": 0.9,
        "level": "slightly under",
        "reasons": ["A little dark."],
        "evidence": {"ev_offset": -0.666667, "box": [1, 2, 3, 4]},
    }


def test_capture_time_has_milliseconds_and_the_offset_where_known():
    assert capture_time_text(datetime(2026, 11, 20, 10, 31, 2, 412_999)) == "2026-11-20T10:31:02.412"
    assert capture_time_text(datetime(2026, 11, 20, tzinfo=UTC)) == "2026-11-20T00:00:00.000+00:00"
    assert capture_time_text(None) is None


def test_an_unreadable_photo_has_its_trouble_and_nulls():
    told = photo_json(UnreadablePhoto(Path("/shoot/x.jpg"), FailureKind.TRUNCATED, "ends after 12 of 48 rows"))
    assert set(told) >= KEYS
    assert told["status"] == "failed"
    assert told["error"]["kind"] == "truncated"
    assert "copy it again" in told["error"]["hint"]
    assert told["score"] is None


def test_what_is_not_a_number_becomes_null():
    assert rounded({"a": float("nan"), "b": [float("inf"), 1]}) == {"a": None, "b": [None, 1]}


def test_letters_stay_letters_but_stray_bytes_are_escaped():
    assert json_text({"path": "été.jpg"}) == '{"path": "été.jpg"}'
    assert json_text({"path": "\udce9.jpg"}) == '{"path": "\\udce9.jpg"}'
    assert json.loads(json_text({"path": "\udce9.jpg"})) == {"path": "\udce9.jpg"}
