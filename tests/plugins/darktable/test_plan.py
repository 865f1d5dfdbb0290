"""What the plug-in sets, what it leaves to the person, and what it takes back."""

from __future__ import annotations

import struct

import pytest

from tests.plugins.darktable.lua import SKIP_REASON, lua

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))

WISH = {"labels": True, "tags": True, "flags": False, "initial_rating": 1}
FRESH = {"rating": 1, "labels": {}, "tags": {}, "steps": {}}
BOX = [0.25, 0.125, 0.75, 0.625]
KEEPER = {"pick": 1, "label": "green", "decision": "keeper"}
SUSPECT = {"pick": -1, "label": "red", "decision": "reject_candidate"}


def params(box):
    return struct.pack("<ffffii", *box, 0, 0).hex()


def step(box, enabled="1"):
    return {"operation": "crop", "enabled": enabled, "op_params": params(box)}


def planned(verb, result, now=None, ours=None, **wish):
    given = {"result": result, "now": {**FRESH, **(now or {})}, "ours": ours or {}, "wish": {**WISH, **wish}}
    return lua(
        f'answer(given.result.crop and {{}} or plan.photo("{verb}", given.result, given.now, given.ours, given.wish))',
        given,
    )


def planned_crop(now=None, ours=None, turn_deg=0, **wish):
    """As `planned`, the box as its op_params."""
    crop = {"box": BOX, "turn_deg": turn_deg}
    given = {"result": {"crop": crop}, "now": {**FRESH, **(now or {})}, "ours": ours or {}, "wish": {**WISH, **wish}}
    code = """
    local out = plan.photo("crop", given.result, given.now, given.ours, given.wish)
    for _, part in ipairs({ out.change, out.theirs }) do part.crop = part.crop and crop_step.params(part.crop) end
    answer(out)
    """
    return lua(code, given)


@pytest.mark.parametrize("stars", [0, 1])
def test_stars_of_an_import_are_nobodys(stars):
    assert planned("rate", {"rating": 4}, {"rating": stars}) == {"change": {"rating": 4}, "theirs": {}}


@pytest.mark.parametrize("stars", [2, 5])
def test_stars_of_a_person_are_asked_about(stars):
    assert planned("rate", {"rating": 4}, {"rating": stars}) == {"change": {}, "theirs": {"rating": 4}}


def test_a_rejected_photo_is_not_rated():
    assert planned("rate", {"rating": 4}, {"rating": -1}) == {"change": {}, "theirs": {}}


def test_what_assist_knows_of_a_person_counts():
    assert planned("rate", {"rating": 4, "person": {"rated": True}})["theirs"] == {"rating": 4}
    assert planned("pick", {**KEEPER, "person": {"labelled": True}})["theirs"] == {"label": "green"}


def test_stars_of_ours_are_renewed_even_where_the_sidecar_of_darktable_tells_them():
    again = planned("rate", {"rating": 4, "person": {"rated": True}}, {"rating": 3}, {"rating": 3})
    assert again["change"] == {"rating": 4}


@pytest.mark.parametrize("stars", [1, 2])
def test_stars_of_ours_that_were_changed_or_taken_away_are_a_persons(stars):
    assert planned("rate", {"rating": 4}, {"rating": stars}, {"rating": 3})["theirs"] == {"rating": 4}


def test_a_pick_sets_label_and_tag():
    assert planned("pick", KEEPER)["change"] == {"label": "green", "tag": "assist-keeper"}
    assert planned("pick", KEEPER, labels=False, tags=False)["change"] == {}


def test_a_label_of_a_person_is_asked_about_also_beside_ours():
    assert planned("pick", KEEPER, {"labels": {"blue": True}})["theirs"] == {"label": "green"}
    beside = {"labels": {"blue": True, "red": True}}
    assert planned("pick", KEEPER, beside, {"label": "red"})["theirs"] == {"label": "green"}
    assert planned("pick", KEEPER, {"labels": {"red": True}}, {"label": "red"})["change"]["label"] == "green"


def test_only_who_wants_it_gets_rejects():
    assert "rating" not in planned("pick", SUSPECT)["change"]
    assert planned("pick", SUSPECT, flags=True)["change"]["rating"] == -1
    assert planned("pick", SUSPECT, {"rating": 5}, flags=True)["theirs"] == {"rating": -1}


def test_a_crop_is_set_where_there_is_none():
    assert planned_crop()["change"] == {"crop": params(BOX), "tag": "assist-crop"}
    assert planned_crop({"steps": {"crop": step([0.1, 0.1, 0.9, 0.9], "0")}})["change"]["crop"] == params(BOX)


def test_a_crop_of_a_person_is_asked_about():
    others = {"steps": {"crop": step([0.1, 0.1, 0.9, 0.9])}}
    assert planned_crop(others)["theirs"]["crop"] == params(BOX)
    assert planned_crop(others, {"crop": params([0.1, 0.1, 0.9, 0.9])})["change"]["crop"] == params(BOX)


@pytest.mark.parametrize("steps", [None, {"crop": step([0, 0, 1, 0.5])}, {"crop": step([0.1, 0.1, 0.9, 0.9], "0")}])
def test_a_crop_of_ours_that_was_changed_or_taken_away_is_a_persons(steps):
    ours = {"crop": params([0.1, 0.1, 0.9, 0.9])}
    assert planned_crop({"steps": steps or {}}, ours)["change"] == {}


@pytest.mark.parametrize(
    "turning",
    [
        {"ashift": {"operation": "ashift", "enabled": "1", "op_params": "00"}},
        {"clipping": {"operation": "clipping", "enabled": "1", "op_params": "00"}},
        {"flip": {"operation": "flip", "enabled": "1", "op_params": "05000000"}},
    ],
)
def test_no_crop_where_a_person_turned_the_photo(turning):
    assert planned_crop({"steps": turning}) == {"change": {}, "theirs": {}, "left": "turned"}


def test_no_crop_that_wants_the_photo_levelled():
    assert planned_crop(turn_deg=2)["left"] == "tilted"


def take_back(entry, now):
    return lua("answer({ plan.take_back(given[1], given[2]) })", [entry, {**FRESH, **now}])


def test_only_what_still_is_as_we_set_it_goes_back():
    set_ = {"rating": 4, "label": "green", "crop": params(BOX), "tag": "assist-keeper"}
    entry = {"set": set_, "before": {"rating": 0, "label": {"blue": True}}}
    as_set = {"rating": 4, "labels": {"green": True}, "steps": {"crop": step(BOX)}, "tags": {"assist-keeper": True}}
    back, changed = take_back(entry, as_set)
    assert back == {"rating": 0, "label": {"blue": True}, "crop": False, "tag": False}
    assert changed in ([], {})
    others = {"rating": 3, "labels": {"green": True, "red": True}, "steps": {"crop": step([0, 0, 1, 0.5])}, "tags": {}}
    back, changed = take_back(entry, others)
    assert back in ([], {})
    assert sorted(changed) == ["crop", "label", "rating", "tag"]


def test_what_is_as_before_was_not_set_and_what_differs_from_both_is_the_users():
    set_ = {"rating": 4, "label": "green", "crop": params(BOX), "tag": "assist-keeper"}
    entry = {"set": set_, "before": {"rating": 1, "label": {"blue": True}}}

    def unset(**now):
        return sorted(lua("answer(json.array(plan.unset(given[1], given[2])))", [entry, {**FRESH, **now}]))

    assert unset(labels={"blue": True}) == ["crop", "label", "rating", "tag"]
    as_set = {"rating": 4, "labels": {"green": True}, "steps": {"crop": step(BOX)}, "tags": {"assist-keeper": True}}
    assert unset(**as_set) == []
    assert unset(rating=3, labels={}, steps={"crop": step([0, 0, 1, 0.5])}, tags={"assist-keeper": True}) == []
