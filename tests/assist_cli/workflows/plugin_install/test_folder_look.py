"""What lies in a plug-in's folder."""

import os

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.plugin_install.folder_look import LINK, look_into
from assist_cli.workflows.plugin_install.manifest import NAME, digest


def test_files_are_told_by_name_and_digest_but_for_our_note(tmp_path):
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "a.lua").write_bytes(b"a")
    (tmp_path / NAME).touch()
    (tmp_path / "there").symlink_to(tmp_path / "lib")
    assert look_into(tmp_path) == {"lib/a.lua": digest(b"a"), "there": LINK}


def test_no_folder_is_empty(tmp_path):
    assert look_into(tmp_path / "a" / "b") == {}


def test_link_in_its_place_is_somebody_elses(tmp_path):
    (tmp_path / "checkout").mkdir()
    (tmp_path / "photo_assist").symlink_to(tmp_path / "checkout")
    with pytest.raises(AssistError, match="is a link"):
        look_into(tmp_path / "photo_assist")


def test_file_where_a_folder_has_to_be_is_named(tmp_path):
    (tmp_path / "lua").touch()
    with pytest.raises(AssistError, match=f"{tmp_path / 'lua'} is a file"):
        look_into(tmp_path / "lua" / "photo_assist")


def test_what_is_neither_file_nor_folder_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AssistError, match="neither"):
        look_into(tmp_path)
