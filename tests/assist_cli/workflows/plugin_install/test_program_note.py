"""How a plug-in is told which program to run."""

import os
import subprocess

import pytest

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.plugin_install.place import Editor, Packing, Place
from assist_cli.workflows.plugin_install.program_note import (
    HOST_SCRIPT,
    NOTE,
    note_files,
    noted_program,
    program_to_note,
)


def test_note_is_the_whole_path_and_reads_back(place, program):
    files = note_files(place, program)
    assert set(files) == {NOTE}
    assert noted_program(files[NOTE]) == str(program)


def test_link_to_the_program_is_named_as_it_is(home, program):
    link = home / "assist"
    link.symlink_to(program)
    assert program_to_note(link) == link


def test_named_program_that_is_not_there_is_wrong_usage(home):
    with pytest.raises(BadRequestError, match="no program"):
        program_to_note(home / "nowhere")


def test_path_that_a_note_cannot_hold_is_refused(home):
    odd = home / "two\nlines"
    odd.touch()
    with pytest.raises(AssistError, match="cannot be told"):
        program_to_note(odd)


def test_flatpak_gets_a_script_that_asks_the_host_letter_for_letter(home):
    """With a stand-in for flatpak-spawn: whether a real flatpak lets it is another matter."""
    program = home / "it's $HOME `assist`"
    place = Place(Editor.DARKTABLE, Packing.FLATPAK, home, home)
    files = note_files(place, program)
    assert noted_program(files[NOTE]) == str(place.folder / HOST_SCRIPT)
    script, stand_in = home / HOST_SCRIPT, home / "bin" / "flatpak-spawn"
    script.write_bytes(files[HOST_SCRIPT])
    stand_in.parent.mkdir()
    stand_in.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n")
    stand_in.chmod(0o755)
    environ = {**os.environ, "PATH": f"{stand_in.parent}:{os.environ['PATH']}"}
    done = subprocess.run(["sh", script, "plug", "a b"], env=environ, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["--host", str(program), "plug", "a b"]
    assert done.returncode == 3
