"""What is told of an installation."""

from dataclasses import replace

import pytest

from assist_cli.workflows.plugin_install.install import install
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.manifest import NAME
from assist_cli.workflows.plugin_install.place import Packing
from assist_cli.workflows.plugin_install.program_note import NOTE
from assist_cli.workflows.plugin_install.status import ProgramFrom, status


@pytest.fixture
def installed(place, program):
    install(place, program, dry_run=False)
    return place


def test_what_was_just_installed_is_whole_and_answers(installed, program):
    told = status(installed)
    assert told.is_there
    assert told.is_this_version
    assert (told.changed, told.missing, told.added) == ((), (), ())
    assert told.luarc is LuarcDone.THERE
    assert (told.program, told.program_from, told.answer) == (str(program), ProgramFrom.NOTE, "assist 9.9.9")
    assert not told.is_broken


def test_nothing_is_installed(place):
    told = status(place)
    assert not told.is_there
    assert not told.is_broken
    assert told.luarc is LuarcDone.NOT_THERE


def test_changed_missing_and_foreign_files_are_named(installed):
    (installed.folder / "lib" / "words.lua").write_bytes(b"-- mine")
    (installed.folder / "lib" / "ask.lua").unlink()
    (installed.folder / "mine.txt").touch()
    told = status(installed)
    assert (told.changed, told.missing, told.added) == (("lib/words.lua",), ("lib/ask.lua",), ("mine.txt",))
    assert told.is_broken


def test_another_version_is_told(installed, monkeypatch):
    newer = "assist_cli.workflows.plugin_install.status.shipped_files"
    monkeypatch.setattr(newer, lambda _editor: {"assist.lua": b"-- newer"})
    assert not status(installed).is_this_version


def test_plugin_that_was_copied_by_hand_has_no_version(installed):
    (installed.folder / NAME).unlink()
    told = status(installed)
    assert (told.version, told.is_this_version, told.added) == (None, True, ())


def test_preference_of_darktable_is_stronger_than_the_note(installed):
    (installed.base / "darktablerc").write_bytes(b"a=b\nlua/photo_assist/program=/nowhere/assist\nc=d\n")
    told = status(installed)
    assert (told.program, told.program_from, told.answer) == ("/nowhere/assist", ProgramFrom.PREFERENCE, None)
    assert told.is_broken


def test_empty_preference_counts_for_nothing(installed):
    (installed.base / "darktablerc").write_bytes(b"lua/photo_assist/program=\n")
    assert status(installed).program_from is ProgramFrom.NOTE


def test_without_a_note_the_path_decides(installed):
    (installed.folder / NOTE).unlink()
    assert status(installed).program_from is ProgramFrom.PATH


def test_program_behind_a_flatpaks_script_is_asked(place, program):
    flatpak = replace(place, packing=Packing.FLATPAK)
    install(flatpak, program, dry_run=False)
    assert status(flatpak).answer == "assist 9.9.9"


def test_script_manager_is_told(installed):
    installed.luarc.write_bytes(b'require "tools/script_manager"\n')
    assert status(installed).luarc is LuarcDone.MANAGED


def test_folder_that_cannot_be_looked_into_is_told(place):
    (place.base / "lua").touch()
    told = status(place)
    assert "is a file" in told.trouble.message
    assert told.is_broken
