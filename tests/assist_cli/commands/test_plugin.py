"""`assist plugin install`, `uninstall` and `status`."""

import json
import sys

import pytest

FLATPAK = ".var/app/org.darktable.Darktable/config/darktable"


@pytest.fixture
def config(home):
    folder = home / ".config" / "darktable"
    folder.mkdir(parents=True)
    return folder


def test_install_status_and_uninstall_tell_what_they_did(assist, config, program):
    installed = assist("plugin", "install", "darktable", "--program", program)
    assert installed.exit_code == 0
    assert installed.out.startswith(f"darktable: installed: {config}/lua/photo_assist\n")
    assert f"runs {program}" in installed.out
    assert assist("plugin", "install", "darktable", "--program", program).out.startswith("darktable: as it was")
    status = assist("plugin", "status", "darktable")
    assert status.exit_code == 0
    assert "answers: assist 9.9.9" in status.out
    assert "assist serve: not up" in status.out
    assert assist("plugin", "uninstall", "darktable").out.startswith("darktable: removed")
    assert list(config.iterdir()) == []
    again = assist("plugin", "uninstall", "darktable")
    assert again.exit_code == 0
    assert again.out.startswith("darktable: not there")


def test_every_installation_is_taken_and_one_that_fails_does_not_stop_the_others(assist, home, config, program):
    (home / FLATPAK).mkdir(parents=True)
    (config / "lua").touch()
    answer = assist("plugin", "install", "darktable", "--program", program)
    assert answer.exit_code == 1
    assert "darktable: failed" in answer.out
    assert f"{config}/lua is a file" in answer.out
    assert "darktable (flatpak): installed" in answer.out
    assert (home / FLATPAK / "lua/photo_assist/assist.lua").is_file()


@pytest.mark.parametrize("verb", ["install", "status"])
def test_no_darktable_is_one_line_with_what_was_looked_for(assist, home, program, verb):
    answer = assist("plugin", verb, "darktable", *(["--program", program] if verb == "install" else []))
    assert answer.exit_code == 1
    assert str(home / ".config/darktable") in answer.err
    assert "--folder" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_uninstall_without_any_darktable_is_done(assist, home):  # noqa: ARG001 - an empty one
    answer = assist("plugin", "uninstall", "darktable")
    assert answer.exit_code == 0
    assert "nothing to remove" in answer.err


def test_lightroom_on_linux_is_wrong_usage_unless_a_folder_is_named(assist, home, program):
    refused = assist("plugin", "install", "lightroom", "--program", program)
    assert refused.exit_code == 2
    assert "does not run on this system" in refused.err
    assert assist("plugin", "install", "lightroom", "--program", program, "--folder", home).exit_code == 0
    assert (home / "assist.lrplugin" / "Info.lua").is_file()
    assert (home / "assist.lrplugin" / "program.txt").read_text() == f"{program}\n"


def test_lightroom_on_a_mac_goes_where_it_looks_by_itself(assist, home, program, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    adobe = home / "Library/Application Support/Adobe/Lightroom"
    adobe.mkdir(parents=True)
    assert assist("plugin", "install", "lightroom", "--program", program).exit_code == 0
    assert (adobe / "Modules/assist.lrplugin/Info.lua").is_file()
    assert assist("plugin", "status", "lightroom").exit_code == 0


def test_dry_run_writes_nothing(assist, config, program):
    answer = assist("plugin", "install", "darktable", "--program", program, "--dry-run")
    assert "would be installed" in answer.out
    assert list(config.iterdir()) == []


def test_json_has_one_line_an_installation(assist, home, config, program):
    (home / FLATPAK).mkdir(parents=True)
    lines = assist("plugin", "install", "darktable", "--program", program, "--format", "jsonl").out.splitlines()
    told = [json.loads(line) for line in lines]
    assert [(one["schema"], one["packing"], one["done"], one["error"]) for one in told] == [
        ("assist.plugin/1", "native", "installed", None),
        ("assist.plugin/1", "flatpak", "installed", None),
    ]
    status = assist("plugin", "status", "darktable", "--folder", config, "--format", "jsonl")
    (said,) = [json.loads(line) for line in status.out.splitlines()]
    assert (said["is_there"], said["answer"], said["luarc"], said["server"]) == (True, "assist 9.9.9", "there", False)


def test_plugin_whose_program_is_gone_is_told_by_the_exit_code(assist, config, program):  # noqa: ARG001 - set up first
    assist("plugin", "install", "darktable", "--program", program)
    program.unlink()
    answer = assist("plugin", "status", "darktable")
    assert answer.exit_code == 1
    assert "does not answer" in answer.out
