"""`assist cull` where there is no terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assist_cli.workflows.cull.open_session import open_session
from index.journal.journal_path import journal_path
from index.photo.marks import Flag


@pytest.fixture
def rejected(shoot, catalog):
    """The second photo is rejected, the third picked."""
    with open_session([shoot], catalog) as session:
        files = [photo.path for photo in session.photos]
        session.set_flag(Flag.REJECT, on=files[1])
        session.set_flag(Flag.PICK, on=files[2])


def test_no_terminal_is_told_in_one_line(assist, shoot):
    answer = assist("cull", shoot)
    assert answer.exit_code == 1
    assert answer.err.splitlines() == [
        "assist: culling needs a terminal, and this is none; run it in one; assist cull --list rejects and assist pick need none"
    ]


@pytest.mark.parametrize(("which", "names"), [("rejects", ["IMG_0001.JPG"]), ("picks", ["IMG_0002.JPG"])])
def test_list_prints_one_path_a_line(assist, shoot, rejected, which, names):  # noqa: ARG001 - marked before
    answer = assist("cull", shoot, "--list", which)
    assert answer.exit_code == 0
    assert answer.out.splitlines() == [str(shoot / name) for name in names]


def test_list_of_undecided_has_the_others(assist, shoot, rejected):  # noqa: ARG001 - marked before
    assert len(assist("cull", shoot, "--list", "undecided").out.splitlines()) == 3


def test_unknown_keymap_filter_and_sort_name_what_there_is(assist, shoot):
    assert "lightroom" in assist("cull", shoot, "--keymap", "lihgtroom").err
    assert "did you mean rejects?" in assist("cull", shoot, "--filter", "reject").err
    assert "cannot sort by 'colours'" in assist("cull", shoot, "--sort", "colours").err


def test_help_and_lists_never_load_the_screens(shoot, catalog):
    code = (
        "import sys\n"
        "from assist_cli.main import run\n"
        f"run(['cull', '--help']); run(['cull', {str(shoot)!r}, '--list', 'picks'])\n"
        "sys.exit('textual' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"ASSIST_CATALOG": str(catalog)}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("options", "named"), [(["--by", "move"], "--by move"), (["--dry-run"], "--dry-run")])
def test_options_of_apply_alone_open_no_screen(assist, shoot, options, named):
    answer = assist("cull", shoot, *options)
    assert answer.exit_code == 2
    assert f"{named} is for --apply" in answer.err


@pytest.mark.parametrize("option", [["--filter", "rejcts"], ["--filter", "picks"], ["--live"], ["--sort", "name"]])
def test_options_of_the_screen_are_refused_without_one(assist, shoot, option):
    answer = assist("cull", shoot, "--list", "picks", *option)
    assert answer.exit_code == 2
    assert f"{option[0]} is for the screen" in answer.err


@pytest.mark.parametrize("options", [[], ["--list", "undecided"]])
def test_file_that_is_no_photo_is_told_in_one_line(assist, tmp_path, options, monkeypatch):
    monkeypatch.setattr("assist_cli.commands.cull._need_terminal", lambda: None)
    (tmp_path / "notes.toml").write_text("[keys]")
    answer = assist("cull", tmp_path / "notes.toml", *options)
    assert (answer.exit_code, answer.out) == (2, "")
    assert answer.err.splitlines()[0].startswith(f"assist: {tmp_path / 'notes.toml'} is no photo")


def test_photo_without_an_ending_is_one(assist, shoot, draw_photo):
    photo = draw_photo(shoot / "IMG_0009")
    assert assist("cull", photo, "--list", "undecided").out.splitlines() == [str(photo)]


@pytest.fixture
def no_entry(monkeypatch):
    """Makes a folder one that may not be opened, for a superuser too."""

    def call(folder):
        whole = os.scandir

        def refused(path):
            if os.fspath(path) == os.fspath(folder):
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return whole(path)

        monkeypatch.setattr(os, "scandir", refused)

    return call


def test_folder_that_may_not_be_opened_is_told_in_one_line(assist, shoot, no_entry):
    no_entry(shoot)
    answer = assist("cull", shoot, "--list", "undecided")
    assert (answer.exit_code, answer.out) == (3, "")
    assert str(shoot) in answer.err
    assert "permission" in answer.err


def test_list_names_what_cannot_be_read_and_prints_the_rest(assist, shoot, no_entry):
    (shoot / "closed").mkdir()
    no_entry(shoot / "closed")
    answer = assist("cull", shoot, "--list", "undecided")
    assert (answer.exit_code, len(answer.out.splitlines())) == (3, 5)
    assert "closed" in answer.err


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, which says that one may write")
@pytest.mark.usefixtures("rejected")
def test_apply_to_where_nothing_can_be_made_is_told_in_one_line_and_leaves_no_run(assist, shoot):
    answer = assist("cull", shoot, "--apply", "rejects", "--to", "/proc/foo")
    assert answer.exit_code == 1
    assert answer.err.splitlines()[0].startswith("assist: nothing can be made in /proc: ")
    assert "nothing was written yet" in assist("journal").said


@pytest.mark.usefixtures("rejected")
def test_damaged_journal_stops_a_list_and_no_screen(assist, shoot, catalog, monkeypatch):
    journal_path(catalog).write_bytes(b"something else entirely, and long enough to be looked at" * 4)
    assert "is not a journal of photo-assist" in assist("cull", shoot, "--list", "rejects").err
    opened = []
    monkeypatch.setattr("assist_cli.commands.cull._need_terminal", lambda: None)
    monkeypatch.setattr("assist_cli.commands.cull._open", lambda *_: opened.append(True))
    assert (assist("cull", shoot).exit_code, opened) == (0, [True])
