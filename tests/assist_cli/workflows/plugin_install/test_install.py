"""The plug-in is put where darktable finds it, and a person's edits survive."""

import os
from dataclasses import replace

import pytest

from assist_cli.workflows.plugin_install.install import Done, install, wanted_files
from assist_cli.workflows.plugin_install.luarc import LINE
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.manifest import NAME, digest, manifest_bytes, read_manifest
from assist_cli.workflows.plugin_install.place import Packing
from assist_cli.workflows.plugin_install.program_note import HOST_SCRIPT, NOTE


def everything(folder):
    """All below it: bytes, and when each was written."""
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None
        for path in folder.rglob("*")
    }


def make_older(place):
    """As if another version had been installed: one file other, one more."""
    noted = read_manifest(place.folder)
    (place.folder / "assist.lua").write_bytes(b"-- older")
    (place.folder / "lib" / "gone.lua").write_bytes(b"-- gone")
    files = {**noted.files, "assist.lua": digest(b"-- older"), "lib/gone.lua": digest(b"-- gone")}
    (place.folder / NAME).write_bytes(manifest_bytes(replace(noted, version="0.0.1", files=files)))


def test_plugin_its_program_and_the_line_are_put_there(place, program):
    outcome = install(place, program, dry_run=False)
    assert (outcome.done, outcome.luarc, outcome.trouble) == (Done.INSTALLED, LuarcDone.ADDED, None)
    for name, data in wanted_files(place, program).items():
        assert (place.folder / name).read_bytes() == data
    assert (place.folder / NOTE).read_text() == f"{program}\n"
    assert place.luarc.read_bytes() == LINE + b"\n"


def test_second_time_nothing_is_written(place, program):
    install(place, program, dry_run=False)
    before = everything(place.base)
    assert install(place, program, dry_run=False).done is Done.AS_IT_WAS
    assert everything(place.base) == before


def test_dry_run_tells_the_same_and_writes_nothing(place, program):
    before = everything(place.base)
    told = install(place, program, dry_run=True)
    assert everything(place.base) == before
    assert told == install(place, program, dry_run=False)


def test_older_version_is_replaced_and_what_it_had_more_goes(place, program):
    install(place, program, dry_run=False)
    fresh = set(everything(place.base))
    make_older(place)
    outcome = install(place, program, dry_run=False)
    assert (outcome.done, outcome.kept, outcome.luarc) == (Done.REPLACED, (), LuarcDone.THERE)
    assert set(everything(place.base)) == fresh


def test_files_that_a_person_changed_or_added_are_told_and_never_lost(place, program):
    install(place, program, dry_run=False)
    make_older(place)
    (place.folder / "lib" / "words.lua").write_bytes(b"-- my own words")
    (place.folder / "notes").mkdir()
    (place.folder / "notes" / "mine.txt").write_bytes(b"mine")
    outcome = install(place, program, dry_run=False)
    assert outcome.kept == (("lib/words.lua", "lib/words.lua.kept"),)
    assert outcome.left == ("notes/mine.txt",)
    assert (place.folder / "lib" / "words.lua.kept").read_bytes() == b"-- my own words"
    assert (place.folder / "notes" / "mine.txt").read_bytes() == b"mine"
    assert (place.folder / "lib" / "words.lua").read_bytes() == wanted_files(place, program)["lib/words.lua"]
    assert install(place, program, dry_run=False).done is Done.AS_IT_WAS


def test_plugin_that_was_copied_by_hand_is_taken_over(place, program):
    for name, data in wanted_files(place, program).items():
        if name != NOTE:
            (place.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (place.folder / name).write_bytes(data)
    outcome = install(place, program, dry_run=False)
    assert (outcome.done, outcome.kept, outcome.left) == (Done.REPLACED, (), ())


def test_program_that_a_person_wrote_stays_and_is_told(place, program):
    install(place, program, dry_run=False)
    (place.folder / NOTE).write_text("/their/own/assist\n")
    outcome = install(place, program, dry_run=False)
    assert outcome.program_is_theirs
    assert outcome.program == "/their/own/assist"
    assert (place.folder / NOTE).read_text() == "/their/own/assist\n"


def test_program_that_moved_is_noted_anew(place, program, home):
    install(place, home / "elsewhere", dry_run=False)
    assert install(place, program, dry_run=False).done is Done.REPLACED
    assert (place.folder / NOTE).read_text() == f"{program}\n"


def test_flatpak_runs_a_script_that_can_be_run(place, program):
    place = replace(place, packing=Packing.FLATPAK)
    install(place, program, dry_run=False)
    assert (place.folder / NOTE).read_text() == f"{place.folder / HOST_SCRIPT}\n"
    assert os.access(place.folder / HOST_SCRIPT, os.X_OK)


def test_lightroom_gets_the_plugin_and_no_luarc(modules, program):
    outcome = install(modules, program, dry_run=False)
    assert (outcome.done, outcome.luarc) == (Done.INSTALLED, None)
    assert (modules.folder / "Info.lua").is_file()
    assert read_manifest(modules.folder).made_luarc is False


def test_folder_that_is_a_link_is_left_alone(place, program, home):
    checkout = home / "checkout"
    checkout.mkdir()
    place.folder.parent.mkdir()
    place.folder.symlink_to(checkout)
    outcome = install(place, program, dry_run=False)
    assert outcome.done is Done.FAILED
    assert "is a link" in outcome.trouble.message
    assert not list(checkout.iterdir())
    assert not place.luarc.exists()


@pytest.mark.parametrize("name", ["lua", "lua/photo_assist"])
def test_file_where_a_folder_should_be_is_told(place, program, name):
    (place.base / name).parent.mkdir(exist_ok=True)
    (place.base / name).write_bytes(b"")
    outcome = install(place, program, dry_run=False)
    assert "is a file" in outcome.trouble.message
    assert outcome.trouble.hint
    assert (place.base / name).read_bytes() == b""


def test_full_disk_is_told_and_leaves_the_version_that_was_there(place, program, monkeypatch):
    install(place, program, dry_run=False)
    make_older(place)
    before = everything(place.base)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    outcome = install(place, program, dry_run=False)
    assert "No space left" in outcome.trouble.message
    assert "free some space" in outcome.trouble.hint
    assert everything(place.base) == before


def test_full_disk_leaves_no_empty_folder(place, program, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert install(place, program, dry_run=False).done is Done.FAILED
    assert list(place.base.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_may_not_be_written_is_told(place, program):
    place.base.chmod(0o555)
    outcome = install(place, program, dry_run=False)
    place.base.chmod(0o755)
    assert str(place.base) in outcome.trouble.message
    assert "permissions" in outcome.trouble.hint
