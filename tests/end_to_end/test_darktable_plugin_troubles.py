"""The plug-in in a real darktable where a stand-in of `assist` fails, is slow or answers nonsense, and where a person is asked."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.plugins.darktable.stand_in import install_stand_in
from tests.real_editors.darktable_lighttable import SKIP_REASON, Lighttable

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))

FIRST, SECOND, GROUPED = "first one.JPG", "second.JPG", "grouped.JPG"
PICKED = {
    FIRST: {"rating": 4, "label": "green", "pick": 1, "decision": "keeper", "why": "Sharp."},
    SECOND: {"rating": 2, "label": "red", "pick": -1, "decision": "reject_candidate", "why": "Soft.", "better": FIRST},
    GROUPED: {"rating": 3, "label": "yellow", "pick": 0, "decision": "alternate", "why": "Fine."},
}
TROUBLES = {
    "wrong version": {"reply": {"schema": "assist.plug/2"}},
    "half a reply": {"text": '{"schema":"assist.plug/1","verb":"ra'},
    "another photo": {SECOND: {"path": "/somewhere/else.jpg", "rating": 5}, FIRST: PICKED[FIRST]},
    "an error": {
        "reply": {"error": {"kind": "run", "message": "The model is missing.", "hint": "assist doctor"}},
        "exit_code": 1,
    },
    "exit code 3": {**PICKED, "exit_code": 3, "says": "it went wrong\nin the end"},
}
SCRIPT = """
local photos, answers, troubles = [[%(photos)s]], [[%(answers)s]], json.decode([==[%(troubles)s]==])
local function answer_with(value)
  local file = io.open(answers, "wb")
  file:write(type(value) == "string" and value or json.encode(value))
  file:close()
end
local function image(name)
  for at = 1, #dt.database do
    if dt.database[at].filename == name then return dt.database[at] end
  end
end
local function stars(which)
  local list = json.array({})
  for at, name in ipairs({ "%(first)s", "%(second)s", "%(grouped)s" }) do list[at] = image(name).rating end
  tell({ what = which, stars = list, status = plugin.status() })
end
dt.database.import(photos)
wait(1500)
dt.gui.selection({ image("%(first)s"), image("%(second)s") })
wait(300)
for what, value in pairs(troubles) do
  answer_with(value)
  plugin.actions.rate()
  stars(what)
end

local picked = json.encode(json.decode([==[%(picked)s]==]))
answer_with('{"seconds":20,' .. picked:sub(2))
local ticks = 0
dt.control.dispatch(function()
  for _ = 1, 20 do wait(100) ticks = ticks + 1 end
  plugin.actions.rate() -- a second run while the first is at work
  plugin.actions.cancel()
end)
plugin.actions.rate()
stars("cancelled")
tell({ what = "ticks", ticks = ticks })

answer_with(picked)
image("%(first)s").rating = 5
wait(500)
plugin.actions.rate()
stars("asked")
plugin.actions.replace()
stars("replaced")
plugin.actions.take_back()
stars("taken back")

dt.preferences.write("photo_assist", "yours", "enum", "replace")
plugin.actions.rate()
stars("without asking")
plugin.actions.take_back()
dt.preferences.write("photo_assist", "yours", "enum", "leave")
plugin.actions.rate()
plugin.actions.replace()
stars("left without asking")
plugin.actions.take_back()

dt.preferences.write("photo_assist", "flags", "bool", true)
dt.preferences.write("photo_assist", "parent_tag", "string", " my tags|advice| ")
plugin.actions.pick()
stars("rejects")
tell({ what = "tag", tag = tostring(dt.tags.find("my tags|advice|assist-keeper")) })
plugin.actions.take_back()
stars("rejects taken back")

image("%(grouped)s"):group_with(image("%(second)s"))
dt.preferences.write("photo_assist", "groups", "bool", true)
plugin.actions.rate()
stars("groups")

image("%(second)s").rating = 1 -- as though darktable had ended before it came to this photo
io.open(dt.configuration.config_dir .. "/photo_assist.json.at_work", "wb"):close()
wait(300)
plugin.actions.rate()
stars("broken off")
image("%(second)s").rating = 1
wait(300)
plugin.actions.rate()
stars("not broken off")

dt.preferences.write("photo_assist", "program", "file", "/no/such/assist")
plugin.actions.rate()
stars("no program")
dt.gui.selection({})
wait(1500)
plugin.actions.rate()
stars("nothing selected")
local cache = json.array({})
for name in io.popen('ls "' .. dt.configuration.cache_dir .. '"'):lines() do cache[#cache + 1] = name end
tell({ what = "cache", names = cache })
"""


@pytest.fixture(scope="module")
def told(shoot_dir, tmp_path_factory):
    """By what was done: the stars of the three photos and what the panel said."""
    home = tmp_path_factory.mktemp("troubles")
    photos, answers = home / "photos", home / "answers.json"
    photos.mkdir()
    for name, shot in ((FIRST, "DSC_0102.JPG"), (SECOND, "DSC_0103.JPG"), (GROUPED, "DSC_0117.JPG")):
        shutil.copy(shoot_dir / shot, photos / name)
    places = {"photos": photos, "answers": answers, "first": FIRST, "second": SECOND, "grouped": GROUPED}
    script = SCRIPT % {**places, "troubles": json.dumps(TROUBLES), "picked": json.dumps(PICKED)}
    lines = Lighttable(home, install_stand_in(home, answers)).does(script)
    return {line.pop("what"): line for line in lines}


def said(told, what):
    return told[what]["status"].replace("\n", " ")


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("wrong version", "it speaks assist.plug/2, this plug-in assist.plug/1"),
        ("half a reply", "answer cannot be used: no JSON at byte"),
        ("another photo", "another photo's result in place"),
        ("an error", "The model is missing. (assist doctor)"),
        ("exit code 3", "in the end"),
        ("no program", "`/no/such/assist` was not found"),
        ("nothing selected", "select photos first"),
    ],
)
def test_a_trouble_is_told_in_words(told, trouble, words):
    assert words in said(told, trouble)


@pytest.mark.parametrize("trouble", [*TROUBLES, "cancelled"])
def test_nothing_is_set_where_the_answer_is_not_whole(told, trouble):
    assert told[trouble]["stars"] == [1, 1, 1]


def test_a_run_is_cancelled_and_darktable_goes_on_meanwhile(told):
    assert "cancelled" in said(told, "cancelled")
    assert told["ticks"]["ticks"] == 20


def test_a_persons_stars_are_replaced_after_a_yes_and_come_back(told):
    assert told["asked"]["stars"] == [5, 2, 1]
    assert "1 carry marks of yours" in said(told, "asked")
    assert told["replaced"]["stars"] == [4, 2, 1]
    assert told["taken back"]["stars"] == [5, 1, 1]


def test_the_preference_answers_for_the_person(told):
    assert told["without asking"]["stars"] == [4, 2, 1]
    assert told["left without asking"]["stars"] == [5, 2, 1]


def test_rejects_are_set_where_the_person_wants_them(told):
    assert told["rejects"]["stars"] == [5, -1, 1]
    assert told["rejects taken back"]["stars"] == [5, 1, 1]


def test_tags_hang_under_the_parent_of_the_preferences(told):
    assert "my tags|advice|assist-keeper" in told["tag"]["tag"]


def test_what_is_grouped_with_a_photo_is_rated_too_where_the_person_wants_it(told):
    assert told["groups"]["stars"] == [5, 2, 3]


def test_no_file_of_a_run_is_left(told):
    assert [name for name in told["cache"]["names"] if "assist" in name] == []


def test_what_a_run_that_was_broken_off_did_not_come_to_is_nobodys(told):
    assert told["broken off"]["stars"][1] == PICKED[SECOND]["rating"]


def test_what_a_person_took_away_after_a_whole_run_stays_away(told):
    assert told["not broken off"]["stars"][1] == 1
    assert "carry marks of yours" in said(told, "not broken off")
