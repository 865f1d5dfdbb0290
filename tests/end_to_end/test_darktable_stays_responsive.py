"""darktable's main loop, which draws and takes clicks, goes on while the plug-in works on some hundred photos."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.end_to_end.program import ROOT
from tests.real_editors.darktable_lighttable import SKIP_REASON as NO_DARKTABLE
from tests.real_editors.darktable_lighttable import Lighttable
from tests.real_editors.darktable_ticks import ticking
from tests.real_editors.program import why_skip

REASON = NO_DARKTABLE or why_skip("dbus-send")
pytestmark = [pytest.mark.heavy, pytest.mark.skipif(REASON is not None, reason=str(REASON))]

PHOTOS = 200
PROGRAM = """#!/bin/sh
cd "{root}"
exec "{python}" -m assist_cli --catalog "{home}/catalog.db" "$@"
"""
PHASES = ("start", "nothing", "rate", "pick", "crop", "take_back")
SCRIPT = """
dt.database.import([[%(photos)s]])
while #dt.database < %(count)d do wait(100) end
local all = {}
for at = 1, #dt.database do all[at] = dt.database[at] end
dt.gui.selection(all)
wait(10000)
tell({ what = "start" })
wait(5000)
tell({ what = "nothing" })
for _, verb in ipairs({ "rate", "pick", "crop", "take_back" }) do
  plugin.actions[verb]()
  tell({ what = verb, status = plugin.status() })
end
"""
LEAST_TICKS = 5
"""A run takes seconds, of up to ten ticks each, however slow the machine; a main loop that stood still would give one."""


def test_the_main_loop_goes_on_while_two_hundred_photos_are_done(tmp_path, shoot_dir):
    photos = tmp_path / "photos"
    photos.mkdir()
    shots = sorted(shoot_dir.glob("DSC_01??.JPG"))
    for number in range(PHOTOS):
        shutil.copy(shots[number % len(shots)], photos / f"P{number:03d}.JPG")
    program = tmp_path / "assist"
    program.write_text(PROGRAM.format(root=ROOT, python=sys.executable, home=tmp_path))
    program.chmod(0o755)
    lighttable = Lighttable(tmp_path, program, {"aspect": "1:1"}, longest_s=500)

    def phase():
        return lighttable.told.read_bytes().count(b'"what":') if lighttable.told.exists() else 0

    with ticking(lighttable.bus_address, phase) as ticks:
        told = lighttable.does(SCRIPT % {"photos": photos, "count": PHOTOS})
    for number, name in enumerate(PHASES):
        silence_s, count = ticks.longest_silence_s(number), ticks.count(number)
        took_s = ticks.at_s[number][-1] - ticks.at_s[number][0]
        print(f"{name}: {count} ticks in {took_s:.1f} s, longest silence {silence_s:.2f} s")  # noqa: T201 - not asserted
    assert [one["what"] for one in told] == list(PHASES)
    assert all(ticks.count(number) > LEAST_TICKS for number in range(1, len(PHASES)))
    assert str(PHOTOS) in told[2]["status"]
