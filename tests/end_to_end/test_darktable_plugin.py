"""Our plug-in inside a real darktable, asking a real assist: stars, labels, tags and crops come, a person's word stays."""

from __future__ import annotations

import json
import shutil
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.end_to_end.program import ROOT
from tests.real_editors.darktable_library import darktable_exports, darktable_library
from tests.real_editors.darktable_lighttable import SKIP_REASON, Lighttable

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))

ODD = "ä \"b\" 'c' $(touch d) `e` %F%.JPG"
"""A name that a careless shell command would break, or run."""
TURNED, EDITED, MINE, CROPPED, GONE, RAW = "turned.JPG", "edited.JPG", "mine.JPG", "cropped.JPG", "gone.JPG", "raw.DNG"
SHOTS = {
    ODD: "DSC_0102.JPG",
    TURNED: "DSC_0114.JPG",
    EDITED: "DSC_0117.JPG",
    MINE: "DSC_0119.JPG",
    CROPPED: "DSC_0120.JPG",
    GONE: "DSC_0125.JPG",
    RAW: "DSC_0116.DNG",
}
EXPOSURE = struct.pack("<iffffi", 0, 0.0, 1.0, 50.0, -4.0, 0).hex()
"""One EV more: darktable 4.2, src/iop/exposure.c, version 6."""
CROP = struct.pack("<ffffii", 0.25, 0.25, 0.75, 0.75, 0, 0).hex()
SIDECAR = """<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:darktable="http://darktable.sf.net/"
 xmp:Rating="{stars}" darktable:xmp_version="5" darktable:history_end="{steps}"><darktable:history><rdf:Seq>{step}</rdf:Seq>
</darktable:history></rdf:Description></rdf:RDF></x:xmpmeta>
"""
STEP = """<rdf:li darktable:num="0" darktable:operation="{}" darktable:enabled="1" darktable:modversion="{}"
 darktable:params="{}" darktable:multi_name="" darktable:multi_priority="0"/>"""
PROGRAM = """#!/bin/sh
# `assist`, with a catalogue of its own; what it answers is kept.
cd "{root}"
"{python}" -m assist_cli --catalog "{home}/catalog.db" "$@"
status=$?
cp "$5" "{home}/answer $(ls "{home}" | grep -c '^answer').json"
exit $status
"""
TELL = """
local function states(what)
  for at = 1, #dt.database do
    local image, tags = dt.database[at], json.array({})
    for _, tag in ipairs(image:get_tags()) do tags[#tags + 1] = tag.name end
    local labels = json.array({})
    for _, colour in ipairs({ "red", "yellow", "green", "blue", "purple" }) do
      if image[colour] then labels[#labels + 1] = colour end
    end
    tell({ what = what, name = image.filename, copy = image.duplicate_index, rating = image.rating, labels = labels, tags = tags })
  end
  tell({ what = what, status = plugin.status() })
end
local function select_all()
  local all = {}
  for at = 1, #dt.database do all[at] = dt.database[at] end
  dt.gui.selection(all)
  wait(300)
end
"""
ALL_THREE = """
dt.database.import([[%(photos)s]])
wait(1500)
for at = 1, #dt.database do
  if dt.database[at].filename == [[%(odd)s]] then dt.database[at]:duplicate() break end
end
os.remove([[%(photos)s/%(gone)s]])
select_all()
states("before")
for _, verb in ipairs({ "rate", "pick", "crop" }) do
  plugin.actions[verb]()
  wait(200)
  states(verb)
end
wait(1500)
tell({ what = "styles", count = #dt.styles, tag = tostring(dt.tags.find("darktable|style|photo-assist-crop")) })
"""
ALL_BACK = """
select_all()
for at = 1, #dt.database do
  local image = dt.database[at]
  while image.filename == "turned.JPG" and image.rating ~= 5 do -- darktable loses stars while it loads the photo
    image.rating = 5
    wait(500)
  end
end
for _ = 1, 3 do
  plugin.actions.take_back()
  wait(200)
end
states("back")
plugin.actions.take_back()
states("nothing left")
wait(1500)
"""


@dataclass
class Run:
    """What darktable's Lua told after each action, what `assist` had answered, and the folder as darktable left it."""

    told: list[dict[str, Any]]
    answers: list[dict[str, Any]]
    photos: Path

    def state(self, what: str, name: str, copy: int = 0) -> dict[str, Any]:
        (state,) = (one for one in self.told if (one["what"], one.get("name"), one.get("copy")) == (what, name, copy))
        return state

    def status(self, what: str) -> str:
        (status,) = (one["status"] for one in self.told if one["what"] == what and "status" in one)
        return status.replace("\n", " ")

    def answer(self, verb: str, name: str) -> dict[str, Any]:
        (reply,) = (reply for reply in self.answers if reply["verb"] == verb)
        (result,) = (result for result in reply["results"] if result["path"].endswith("/" + name))
        return result


@pytest.fixture(scope="module")
def lighttable(tmp_path_factory):
    home = tmp_path_factory.mktemp("it's darktable's")
    program = home / "my assist"
    program.write_text(PROGRAM.format(root=ROOT, python=sys.executable, home=home))
    program.chmod(0o755)
    return Lighttable(home, program, {"aspect": "1:1"})


@pytest.fixture(scope="module")
def done(lighttable, shoot_dir):
    """All photos are rated, picked and cropped."""
    photos = lighttable.home / "my photos"
    photos.mkdir()
    for name, shot in SHOTS.items():
        shutil.copy(shoot_dir / shot, photos / name)
    write_sidecar(photos / EDITED, 1, STEP.format("exposure", 6, EXPOSURE))
    write_sidecar(photos / MINE, 5, "")
    write_sidecar(photos / CROPPED, 1, STEP.format("crop", 1, CROP))
    told = lighttable.does(TELL + ALL_THREE % {"photos": photos, "odd": ODD, "gone": GONE})
    kept = lighttable.home / "as it was then"
    shutil.copytree(photos, kept)
    answers = [json.loads(path.read_bytes()) for path in sorted(lighttable.home.glob("answer *.json"))]
    return Run(told, answers, kept)


@pytest.fixture(scope="module")
def undone(lighttable, done):
    """darktable was ended and started again; all three runs are taken back."""
    assert done.told
    return Run(lighttable.does(TELL + ALL_BACK), [], lighttable.home / "my photos")


def write_sidecar(photo, stars, step):
    photo.with_name(photo.name + ".xmp").write_text(SIDECAR.format(stars=stars, steps=int(bool(step)), step=step))


def exported(photo, tmp_path):
    darktable_exports(photo, tmp_path / "picture.jpg", at_home=tmp_path)
    with Image.open(tmp_path / "picture.jpg") as picture:
        return np.asarray(picture.convert("RGB")).astype(float)


@pytest.mark.parametrize("name", [ODD, TURNED, EDITED, CROPPED, RAW])
def test_rating_gives_the_stars_that_assist_gives(done, name):
    rating = done.answer("rate", name)["rating"]
    assert rating is not None
    assert done.state("rate", name)["rating"] == rating


def test_a_duplicate_gets_the_stars_of_its_photo(done):
    assert done.state("rate", ODD, copy=1)["rating"] == done.state("rate", ODD)["rating"]


def test_stars_that_a_person_gave_stay(done):
    assert [done.state(what, MINE)["rating"] for what in ("before", "rate", "crop")] == [5, 5, 5]
    assert "1 carry marks of yours" in done.status("rate")


def test_a_photo_that_vanished_is_told_and_nothing_else_suffers(done):
    assert done.answer("rate", GONE)["error"] is not None
    assert "1 could not be judged" in done.status("rate")
    assert done.state("crop", GONE) == {**done.state("before", GONE), "what": "crop"}


@pytest.mark.parametrize("name", [ODD, TURNED, EDITED, CROPPED])
def test_picks_give_the_label_and_a_tag_under_the_parent(done, name):
    answer, state = done.answer("pick", name), done.state("pick", name)
    assert state["labels"] == [answer["label"]]
    assert f"photo-assist|assist-{answer['decision'].replace('_', '-')}" in state["tags"]


def test_no_style_and_no_tag_of_a_style_is_left(done, lighttable):
    (told,) = (one for one in done.told if one["what"] == "styles")
    assert (told["count"], told["tag"]) == (0, "nil")
    assert list((lighttable.home / "config" / "styles").glob("*")) == []
    assert list((lighttable.home / "cache").glob("*photo*assist*")) == []


@pytest.mark.parametrize("name", [ODD, TURNED, EDITED, RAW])
def test_the_crop_is_that_of_assist_in_the_exported_picture(done, name, tmp_path):
    result = done.answer("crop", name)
    (left, top, right, bottom), (width, height) = result["crop"]["box"], result["size_px"]
    picture = exported(done.photos / name, tmp_path)
    assert (right - left) * width == pytest.approx((bottom - top) * height, abs=2), "a square was asked for"
    assert picture.shape[1] == pytest.approx((right - left) * width, abs=2)
    assert picture.shape[0] == pytest.approx((bottom - top) * height, abs=2)


def test_the_sidecar_that_darktable_writes_says_the_same(done):
    library = darktable_library(done.photos / TURNED)
    rating, picked = done.answer("rate", TURNED)["rating"], done.answer("pick", TURNED)["label"]
    assert library.shows == (rating, False, (picked.capitalize(),))
    assert ("crop", True) in library.steps
    assert any(tag.startswith("photo-assist|assist-") for tag in library.tags)


def test_an_edit_that_was_there_is_kept_beside_the_crop(done, shoot_dir, tmp_path):
    steps = darktable_library(done.photos / EDITED).steps
    assert {("exposure", True), ("crop", True)} <= set(steps)
    left, top, right, bottom = done.answer("crop", EDITED)["crop"]["box"]
    with Image.open(shoot_dir / SHOTS[EDITED]) as opened:
        box = (left * opened.width, top * opened.height, right * opened.width, bottom * opened.height)
        as_taken = np.asarray(opened.convert("RGB").crop(tuple(map(round, box)))).astype(float)
    assert exported(done.photos / EDITED, tmp_path).mean() > as_taken.mean() * 1.2


def test_a_persons_crop_stays_as_it_was(done, tmp_path):
    assert done.answer("crop", CROPPED)["crop"] is not None
    height, width, _ = exported(done.photos / CROPPED, tmp_path).shape
    full = done.answer("crop", CROPPED)["size_px"]
    assert (width, height) == pytest.approx((full[0] / 2, full[1] / 2), abs=2)
    assert "1 carry marks of yours" in done.status("crop")


@pytest.mark.parametrize("name", [ODD, EDITED, MINE, CROPPED, RAW])
def test_taking_back_leaves_stars_labels_and_tags_as_they_were(done, undone, name):
    before, back = done.state("before", name), undone.state("back", name)
    assert (back["rating"], back["labels"]) == (before["rating"], before["labels"])
    assert [tag for tag in back["tags"] if tag.startswith("photo-assist")] == []


def test_taking_back_leaves_what_the_person_changed_since(undone):
    assert undone.state("back", TURNED)["rating"] == 5
    assert "1 changed since" in undone.status("back")
    assert "no run to take back" in undone.status("nothing left")


@pytest.mark.parametrize("name", [ODD, RAW])
def test_taking_back_gives_the_whole_frame_back(undone, done, name, tmp_path):
    height, width, _ = exported(undone.photos / name, tmp_path).shape
    assert (width, height) == pytest.approx(done.answer("crop", name)["size_px"], abs=4)


def test_taking_back_leaves_a_persons_crop_and_edit(undone):
    assert ("crop", True) in darktable_library(undone.photos / CROPPED).steps
    assert ("exposure", True) in darktable_library(undone.photos / EDITED).steps
