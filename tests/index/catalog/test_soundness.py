"""Every kind of damage inside a catalogue is found and told with what to do; a sound one gives no finding."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from index.catalog import soundness


@pytest.fixture
def kept(catalog, make_photo):
    catalog.store([make_photo(f"/shoot/{number}.jpg") for number in range(3)])
    return catalog


def damage(catalog, statement):
    catalog._db.execute(statement)
    return catalog.upkeep.findings()


def test_a_sound_catalogue_gives_nothing(kept, catalog):
    assert kept.upkeep.findings() == []
    catalog.forget([seen.path for seen in catalog.seen_photos()])
    assert catalog.upkeep.findings() == []


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "UPDATE assessments SET evidence_json = '{' WHERE photo_id = 2",
            "unreadable texts in assessments.evidence_json: 2",
        ),
        ("UPDATE assessments SET reasons_json = '1], [2'", "unreadable texts in assessments.reasons_json: 6"),
        (
            "UPDATE ratings SET rating_dist_json = '' WHERE photo_id = 1",
            "unreadable texts in ratings.rating_dist_json: 2",
        ),
        ("UPDATE photos SET companions_json = 'x' WHERE id = 3", "unreadable texts in photos.companions_json: 1"),
        ("UPDATE embeddings SET embedding = x'0038' WHERE photo_id = 1", "more or fewer numbers than the others: 1"),
        ("UPDATE embeddings SET embedding = x'003800380038003C' WHERE photo_id = 1", "not of length 1: 1"),
        ("UPDATE embeddings SET embedding = x'007E007E007E007E' WHERE photo_id = 1", "not of length 1: 1"),
        ("UPDATE glances SET grey_width_px = 4 WHERE photo_id = 1", "glances without the shape of a picture: 1"),
        ("UPDATE glances SET sharpness = zeroblob(100000)", "glances without the shape of a picture: 3"),
    ],
)
def test_damage_is_found_and_told_with_what_to_do(kept, statement, message):
    found = damage(kept, statement)
    assert found
    assert any(message in finding.message for finding in found)
    assert all(finding.hint for finding in found)


def test_the_photo_of_the_first_unreadable_text_is_named(kept):
    (finding,) = damage(kept, "UPDATE ratings SET rating_dist_json = '[' WHERE photo_id = 2")
    assert "/shoot/1.jpg" in finding.message


def test_rows_of_no_photo_are_found(kept):
    kept._db.execute("PRAGMA foreign_keys = OFF")
    (finding,) = damage(kept, "DELETE FROM photos WHERE id = 2")
    assert "of photos that are not there" in finding.message
    assert "glances" in finding.message


def test_torn_pages_are_told_alone():
    answers = {"PRAGMA integrity_check(5)": [("ok",), ("*** in database main ***\nTree 9 page 7: torn",)]}
    db = SimpleNamespace(execute=lambda query: SimpleNamespace(fetchall=lambda: answers[query]))
    (finding,) = soundness.findings(db)
    assert finding.message == "damaged pages: Tree 9 page 7: torn"
    assert "move the file away" in finding.hint
