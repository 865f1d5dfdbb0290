"""Photos in a real darktable, what its Lua does with them there, and what it told."""

from __future__ import annotations

import json
import shutil
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.end_to_end.program import ROOT
from tests.real_editors.darktable_library import darktable_exports
from tests.real_editors.darktable_lighttable import Lighttable

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


def asking_assist(home: Path) -> Lighttable:
    """A darktable whose plug-in asks a real `assist`, for squares."""
    program = home / "my assist"
    program.write_text(PROGRAM.format(root=ROOT, python=sys.executable, home=home))
    program.chmod(0o755)
    return Lighttable(home, program, {"aspect": "1:1"})


def rated_picked_and_cropped(lighttable: Lighttable, shoot_dir: Path) -> Run:
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


def taken_back(lighttable: Lighttable) -> Run:
    """All three runs are taken back, in a darktable that was started anew."""
    return Run(lighttable.does(TELL + ALL_BACK), [], lighttable.home / "my photos")


def write_sidecar(photo, stars, step):
    photo.with_name(photo.name + ".xmp").write_text(SIDECAR.format(stars=stars, steps=int(bool(step)), step=step))


def exported(photo, tmp_path):
    darktable_exports(photo, tmp_path / "picture.jpg", at_home=tmp_path)
    with Image.open(tmp_path / "picture.jpg") as picture:
        return np.asarray(picture.convert("RGB")).astype(float)
