"""A unit that systemd reads as it was meant, whatever folders are called."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_cli.workflows.watch.unit_texts.service import Service
from assist_cli.workflows.watch.unit_texts.systemd import is_ours_unchanged, quoted, systemd_unit
from tests.assist_cli.workflows.watch.unit_texts.read_unit import command_line, values

NASTY = [
    "/home/a b/Tether",
    "/media/100% $HOME ${HOME} %h",
    "/a\"b'c\\d\\x41",
    "/Grüße/写真/📷",
    "/two\nlines\ttab",
    "/;/ ; /#",
    "/ends with a backslash\\",
    os.fsdecode(b"/latin-\xe9"),
    "-rf",
    "",
]


def unit_of(*arguments, paths=("/shoot",)):
    return systemd_unit(Service("photo-assist-watch-x", tuple(map(Path, paths)), arguments))


def test_every_argument_is_read_back_as_it_was():
    unit = unit_of("/usr/bin/assist", "watch", *NASTY)
    assert command_line(values(unit, "ExecStart")[0]) == ["/usr/bin/assist", "watch", *NASTY]


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was(text):
    assert command_line(f":{quoted(text)}") == [text]


def test_no_name_can_add_a_line_to_the_unit():
    name = "/x\nExecStartPre=/bin/evil\\"
    unit = unit_of("/usr/bin/assist", name, paths=(name,))
    assert values(unit, "ExecStartPre") == []
    assert unit.decode().count("\n") == unit_of("/usr/bin/assist").decode().count("\n")


def test_description_knows_no_specifiers():
    assert values(unit_of("/a", paths=("/100%h",)), "Description") == ["photo-assist watches /100%%h"]


def test_service_is_niced_and_starts_again_after_a_crash_only():
    unit = unit_of("/a")
    wanted = {"Restart": "on-failure", "Nice": "10", "SuccessExitStatus": "3 130", "WantedBy": "default.target"}
    assert {name: values(unit, name)[0] for name in wanted} == wanted


def test_unit_that_was_changed_is_known_to_be():
    unit = unit_of("/a")
    assert is_ours_unchanged(unit)
    assert not is_ours_unchanged(unit.replace(b"Nice=10", b"Nice=5"))
    assert not is_ours_unchanged(b"[Service]\nExecStart=/bin/true\n")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("name", ["a b", "100% %h", "Grüße 写真", "$HOME ${HOME}", "a;b"])
def test_systemd_itself_finds_the_program_and_nothing_to_complain_about(name, tmp_path):
    program = tmp_path / name / "assist"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    unit = tmp_path / "photo-assist-watch-x.service"
    unit.write_bytes(unit_of(str(program), "watch", *NASTY, paths=NASTY))
    assert complaints(unit, tmp_path) == ""
    program.unlink()
    assert "assist is not executable" in complaints(unit, tmp_path)


def complaints(unit, runtime_dir):
    command = ["systemd-analyze", "--user", "verify", str(unit)]
    environment = {"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(runtime_dir), "HOME": str(runtime_dir)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return "\n".join(line for line in done.stderr.splitlines() if unit.name in line)
