"""Advice is kept until a photo is judged anew."""

from dataclasses import replace
from datetime import UTC, datetime

from index.catalog.decisions import StoredDecision
from index.catalog.stored import StoredRating

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
KEEPER = StoredDecision("keeper", "burst", 1, ("sharper at the eye than 0412",), NOW)
SINGLE = StoredDecision("keeper", None, None, (), NOW)


def stored_ids(catalog):
    return [photo.photo_id for photo in catalog.seen_photos()]


def test_decisions_come_back_as_they_were_stored(catalog, make_photo):
    catalog.store([make_photo("/p/a.jpg"), make_photo("/p/b.jpg", companions=())])
    first, second = stored_ids(catalog)
    catalog.decisions.store([(first, KEEPER), (second, SINGLE)])
    assert catalog.decisions.of([first, second, 99]) == {first: KEEPER, second: SINGLE}


def test_a_later_decision_replaces_the_earlier_one(catalog, make_photo):
    catalog.store([make_photo("/p/a.jpg")])
    (first,) = stored_ids(catalog)
    catalog.decisions.store([(first, KEEPER)])
    catalog.decisions.store([(first, SINGLE)])
    assert catalog.decisions.of([first]) == {first: SINGLE}


def test_a_photo_judged_anew_has_no_decision_any_more(catalog, make_photo):
    catalog.store([make_photo("/p/a.jpg")])
    catalog.decisions.store([(stored_ids(catalog)[0], KEEPER)])
    anew = make_photo("/p/a.jpg")
    catalog.store([replace(anew, ratings=(StoredRating("nima_vgg16.ava@ba9876543210", (0.2, *[0.1] * 8, 0)),))])
    assert catalog.decisions.of(stored_ids(catalog)) == {}


def test_a_decision_on_a_photo_that_went_meanwhile_is_left_out(catalog):
    catalog.decisions.store([(7, KEEPER)])
    assert catalog.decisions.of([7]) == {}
