"""What install put there goes, and nothing else."""

import pytest

from assist_cli.workflows.plugin_install.install import Done, install
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.uninstall import uninstall


def below(folder):
    return {str(path.relative_to(folder)): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


@pytest.mark.parametrize("luarc", [None, b"", b"a=1\r\nb=2", b'require "tools/script_manager"\n'])
def test_configuration_is_byte_for_byte_what_it_was(place, program, luarc):
    if luarc is not None:
        place.luarc.write_bytes(luarc)
    before = below(place.base)
    install(place, program, dry_run=False)
    assert uninstall(place, dry_run=False).done is Done.REMOVED
    assert below(place.base) == before


def test_twice_is_fine(place, program):
    install(place, program, dry_run=False)
    uninstall(place, dry_run=False)
    outcome = uninstall(place, dry_run=False)
    assert (outcome.done, outcome.trouble) == (Done.NOT_THERE, None)


def test_files_that_a_person_changed_or_added_stay_and_are_told(place, program):
    install(place, program, dry_run=False)
    (place.folder / "lib" / "words.lua").write_bytes(b"-- my own words")
    (place.folder / "mine.txt").write_bytes(b"mine")
    outcome = uninstall(place, dry_run=False)
    assert sorted(outcome.left) == ["lib/words.lua", "mine.txt"]
    assert below(place.folder) == {"lib": False, "lib/words.lua": b"-- my own words", "mine.txt": b"mine"}
    assert uninstall(place, dry_run=False).done is Done.LEFT


def test_other_scripts_stay(place, program):
    other = place.base / "lua" / "contrib" / "other.lua"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"--")
    install(place, program, dry_run=False)
    uninstall(place, dry_run=False)
    assert list((place.base / "lua").iterdir()) == [other.parent]


def test_plugin_that_was_copied_by_hand_is_left(place):
    place.folder.mkdir(parents=True)
    (place.folder / "assist.lua").write_bytes(b"--")
    outcome = uninstall(place, dry_run=False)
    assert (outcome.done, outcome.left) == (Done.LEFT, ("assist.lua",))
    assert (place.folder / "assist.lua").exists()


def test_dry_run_tells_the_same_and_removes_nothing(place, program):
    install(place, program, dry_run=False)
    before = below(place.base)
    told = uninstall(place, dry_run=True)
    assert below(place.base) == before
    assert told == uninstall(place, dry_run=False)


def test_line_in_a_persons_own_words_is_told(place, program):
    place.luarc.write_bytes(b"require 'photo_assist/assist' -- mine\n")
    install(place, program, dry_run=False)
    assert uninstall(place, dry_run=False).luarc is LuarcDone.THEIRS
    assert place.luarc.read_bytes() == b"require 'photo_assist/assist' -- mine\n"


def test_folder_of_lightrooms_plugins_stays(modules, program):
    install(modules, program, dry_run=False)
    uninstall(modules, dry_run=False)
    assert list(modules.base.iterdir()) == []


def test_luarc_that_cannot_be_written_leaves_all_as_it_was(place, program):
    install(place, program, dry_run=False)
    place.luarc.chmod(0o444)
    before = below(place.base)
    outcome = uninstall(place, dry_run=False)
    assert str(place.luarc) in outcome.trouble.message
    assert below(place.base) == before
