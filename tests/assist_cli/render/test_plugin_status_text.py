"""What is installed where, in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from assist_cli.failures import Trouble
from assist_cli.render.plugin_status_text import server_line, status_lines
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.place import Editor, Packing, Place
from assist_cli.workflows.plugin_install.status import PlaceStatus, ProgramFrom

BASE = Path("/home/ada/.config/darktable")
NATIVE = Place(Editor.DARKTABLE, Packing.NATIVE, BASE, BASE)
WHOLE = PlaceStatus(
    NATIVE,
    is_there=True,
    version="1.2.3",
    is_this_version=True,
    luarc=LuarcDone.THERE,
    program="/opt/assist",
    program_from=ProgramFrom.NOTE,
    answer="assist 1.2.3",
)


def told(**changes):
    return "\n".join(status_lines(replace(WHOLE, **changes)))


def test_whole_installation_takes_three_lines():
    assert list(status_lines(WHOLE)) == [
        "darktable: 1.2.3 installed, the version of this program: /home/ada/.config/darktable/lua/photo_assist",
        "  /home/ada/.config/darktable/luarc loads it",
        "  /opt/assist answers: assist 1.2.3 (named in program.txt)",
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"is_this_version": False}, "not the version of this program; install again"),
        ({"version": None}, "copied by hand, this version"),
        ({"version": None, "is_this_version": False}, "copied by hand, another version"),
        ({"changed": ("a.lua",)}, "changed: a.lua"),
        ({"missing": ("a.lua",)}, "missing: a.lua"),
        ({"added": ("a.txt",)}, "not ours: a.txt"),
        ({"luarc": LuarcDone.NOT_THERE}, "does not load it; assist plugin install darktable adds the line"),
        ({"luarc": LuarcDone.MANAGED}, "switch photo_assist, assist on there"),
        ({"answer": None}, "/opt/assist does not answer as assist"),
        ({"program_from": ProgramFrom.PREFERENCE}, "chosen in darktable's preferences"),
        ({"running": True}, "darktable is running"),
        ({"place": replace(NATIVE, packing=Packing.FLATPAK)}, "cannot be told from here"),
        ({"place": replace(NATIVE, packing=Packing.SNAP)}, "snaps run nothing outside"),
        ({"trouble": Trouble("no permission", "ask the owner", 1)}, "cannot be told: no permission; ask the owner"),
    ],
)
def test_what_a_person_has_to_know_is_told(changes, words):
    assert words in told(**changes)


def test_line_that_loads_what_is_not_there_is_told():
    gone = PlaceStatus(NATIVE, luarc=LuarcDone.THERE)
    assert "not installed" in "\n".join(status_lines(gone))
    assert "wants to load it all the same" in "\n".join(status_lines(gone))


def test_server_that_is_not_up_is_no_fault():
    assert server_line(is_up=True) == "assist serve: up"
    assert "start what they need" in server_line(is_up=False)
