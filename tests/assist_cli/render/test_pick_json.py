"""Picks as `assist.pick/1`."""

from assist_cli.render.group_json import group_json
from assist_cli.render.pick_json import pick_json
from tests.assist_cli.made_shoot import grouped, picked


def test_each_photo_is_one_object_that_names_its_group_and_the_better_frame():
    blink, best, *_, copy, single = pick_json(picked())
    assert blink == {
        "schema": "assist.pick/1",
        "path": "/shoot/IMG_0.JPG",
        "group_id": next(group_json(grouped()))["group_id"],
        "kind": "burst",
        "rank": 3,
        "decision": "reject_candidate",
        "tied_with": [],
        "reasons": ["eyes closed; open in IMG_1.JPG"],
        "better": "/shoot/IMG_1.JPG",
    }
    assert best["tied_with"] == ["/shoot/IMG_2.JPG"]
    assert (copy["kind"], copy["better"]) == ("duplicate", "/shoot/IMG_5.JPG")
    assert (single["group_id"], single["kind"], single["rank"]) == (None, None, None)
    assert single["decision"] == "keeper"
