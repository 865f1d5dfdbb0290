"""Advice stays with a photo of which nothing but its name or its times is new."""

from dataclasses import replace
from pathlib import Path

from tests.index.catalog.test_decisions import KEEPER, stored_ids


def test_a_decision_follows_a_photo_that_is_renamed_or_has_other_times(catalog, make_photo):
    catalog.store([make_photo("/p/a.jpg"), make_photo("/p/other.jpg", asset_id="other")])
    photo = {seen.path.name: seen.photo_id for seen in catalog.seen_photos()}["a.jpg"]
    catalog.decisions.store([(photo, KEEPER)])
    catalog.store([make_photo("/p/new.jpg")], gone=[Path("/p/a.jpg")])
    touched = make_photo("/p/new.jpg")
    catalog.store([replace(touched, stamps=(replace(touched.stamps[0], mtime_ns=5),))])
    ids = {seen.path.name: seen.photo_id for seen in catalog.seen_photos()}
    assert catalog.decisions.of(ids.values()) == {ids["new.jpg"]: KEEPER}


def test_a_copy_takes_no_decision_from_the_photo_that_is_still_there(catalog, make_photo):
    catalog.store([make_photo("/p/a.jpg", companions=())])
    catalog.decisions.store([(stored_ids(catalog)[0], KEEPER)])
    catalog.store([make_photo("/p/copy.jpg", companions=())])
    assert len(catalog.decisions.of(stored_ids(catalog))) == 1
