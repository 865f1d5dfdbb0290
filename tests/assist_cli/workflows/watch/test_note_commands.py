"""No text that comes with a photo can become code or markup of a note."""

import json
import os
import subprocess
import sys

import pytest

from assist_cli.workflows.watch.note_commands import notifier_of

NASTY = '<b>$(id)</b> & "; do shell script "id" \\n `x` \'--help\' \x1b[2J\udcff.jpg'


def test_linux_escapes_the_markup_and_the_backslashes_that_notify_send_reads():
    command = notifier_of("linux").command("photo-assist", NASTY)
    assert command.arguments[-3:] == (
        "--",
        "photo-assist",
        '&lt;b&gt;$(id)&lt;/b&gt; &amp; "; do shell script "id" \\\\n `x` \'--help\' ?[2J?.jpg',
    )


def test_macos_hands_the_text_over_as_an_argument_and_not_as_script():
    command = notifier_of("darwin").command("photo-assist", NASTY)
    assert command.arguments[0] == "osascript"
    assert command.arguments[-1] == NASTY.replace("\x1b", "?").replace("\udcff", "?")
    assert command.arguments[:-1] == notifier_of("darwin").command("photo-assist", "other").arguments[:-1]


def test_windows_hands_the_text_over_in_the_environment_and_the_script_is_always_the_same():
    nasty, plain = (notifier_of("win32").command("photo-assist", text) for text in (NASTY, "plain"))
    assert nasty.arguments == plain.arguments
    assert nasty.environment["ASSIST_NOTE_BODY"].startswith("<b>$(id)</b>")
    assert "CreateTextNode($env:ASSIST_NOTE_BODY)" in nasty.arguments[-1]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_program_that_is_absent_is_known_to_be(platform, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    notifier = notifier_of(platform)
    assert not notifier.is_there
    assert notifier.hint


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_program_gets_each_text_as_one_argument(platform, tmp_path, monkeypatch):
    notifier = notifier_of(platform)
    program = tmp_path / notifier.program
    program.write_text(f"#!{sys.executable} -IS\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert notifier.is_there
    command = notifier.command("photo-assist", NASTY)
    done = subprocess.run(command.arguments, capture_output=True, check=True)
    assert json.loads(done.stdout) == list(command.arguments[1:])
