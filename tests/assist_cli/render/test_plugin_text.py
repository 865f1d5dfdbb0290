"""What is told about each installation."""

from dataclasses import replace
from pathlib import Path

import pytest

from assist_cli.failures import Trouble
from assist_cli.render.plugin_text import named, outcome_lines
from assist_cli.workflows.plugin_install.install import Done, Outcome
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.place import Editor, Packing, Place

BASE = Path("/home/ada/.config/darktable")
NATIVE = Place(Editor.DARKTABLE, Packing.NATIVE, BASE, BASE)
INSTALLED = Outcome(NATIVE, Done.INSTALLED, luarc=LuarcDone.ADDED, program="/opt/assist")


def lines(outcome, dry_run=False):
    return list(outcome_lines(outcome, dry_run=dry_run))


def test_folder_line_program_and_restart_are_told():
    assert lines(INSTALLED) == [
        "darktable: installed: /home/ada/.config/darktable/lua/photo_assist",
        "  /home/ada/.config/darktable/luarc loads it from now on",
        "  runs /opt/assist (told to it; what its settings name is stronger)",
        "  if darktable is running, end it and start it again",
    ]


def test_darktable_that_runs_is_told_to_be_started_again():
    assert lines(replace(INSTALLED, running=True))[-1] == "  darktable is running: end it and start it again"


def test_dry_run_says_would():
    told = lines(replace(INSTALLED, kept=(("a.lua", "a.lua.kept"),)), dry_run=True)
    assert "would be installed" in told[0]
    assert "would be kept as a.lua.kept" in told[1]
    assert "would be changed" in told[2]
    assert "start it again" not in "".join(told)


def test_files_of_a_person_are_named():
    told = "\n".join(lines(replace(INSTALLED, kept=(("a.lua", "a.lua.kept"),), left=("mine.txt",))))
    assert "a.lua was changed since it was installed: that one is kept as a.lua.kept" in told
    assert "for it is yours: mine.txt" in told


@pytest.mark.parametrize(
    ("luarc", "words"),
    [
        (LuarcDone.MANAGED, "switch photo_assist, assist on there"),
        (LuarcDone.REFUSED, 'add a line above that one: require "photo_assist/assist"'),
    ],
)
def test_what_is_left_to_the_person_is_told(luarc, words):
    assert words in "\n".join(lines(replace(INSTALLED, luarc=luarc)))


def test_sandboxes_are_told_plainly():
    flatpak = "\n".join(lines(replace(INSTALLED, place=replace(NATIVE, packing=Packing.FLATPAK))))
    assert "darktable (flatpak): installed" in flatpak
    assert "flatpak override --user --talk-name=org.freedesktop.Flatpak org.darktable.Darktable" in flatpak
    assert "not tried by us" in flatpak
    snap = "\n".join(lines(replace(INSTALLED, place=replace(NATIVE, packing=Packing.SNAP))))
    assert "snaps run nothing outside" in snap


def test_trouble_is_told_with_its_hint_and_nothing_else():
    failed = Outcome(NATIVE, Done.FAILED, trouble=Trouble("disk full", "free some", 1))
    assert lines(failed) == [
        "darktable: failed: /home/ada/.config/darktable/lua/photo_assist",
        "  disk full; free some",
    ]


def test_uninstall_says_what_it_left():
    told = lines(Outcome(NATIVE, Done.REMOVED, left=("mine.txt",), luarc=LuarcDone.REMOVED))
    assert told[1] == "  left as it is, for it is changed or added by you: mine.txt"
    assert "does not load it any more" in told[2]


def test_plugin_that_nobody_noted_is_left_with_a_way_out():
    told = lines(Outcome(NATIVE, Done.LEFT, left=("assist.lua",)))
    assert "assist.lua" in told[1]
    assert "install it once" in told[2]


def test_files_that_a_person_left_there_need_no_way_out():
    told = lines(Outcome(NATIVE, Done.LEFT, left=("mine.lua.kept",)))
    assert told[1:] == ["  not put there by assist plugin install: mine.lua.kept"]


def test_many_names_are_counted():
    assert named([f"{number}.lua" for number in range(7)]) == "0.lua, 1.lua, 2.lua, 3.lua, 4.lua and 2 others"
    assert named(["a\nb"]) == "a?b"
