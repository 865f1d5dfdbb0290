"""A file written by a command is whole or not there."""

import errno
import os
import stat

import pytest

from assist_cli.console import data_stream
from assist_cli.failures import BadRequestError


def test_the_file_appears_only_when_complete(tmp_path):
    target = tmp_path / "out.csv"
    with data_stream(target) as stream:
        stream.write("half")
        stream.flush()
        assert not target.exists()
    assert target.read_text() == "half"


def test_an_error_leaves_the_old_file_and_no_litter(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old")
    with pytest.raises(ValueError, match="stop"), data_stream(target) as stream:  # noqa: PT012
        stream.write("new")
        raise ValueError("stop")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.csv"]  # noqa: PTH208


def test_the_file_gets_ordinary_permissions(tmp_path):
    before = os.umask(0o022)
    try:
        with data_stream(tmp_path / "out.csv") as stream:
            stream.write("x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o644


def test_names_that_are_not_utf8_can_be_written(tmp_path):
    with data_stream(tmp_path / "out.csv") as stream:
        stream.write("photo\udce9.jpg")
    assert (tmp_path / "out.csv").read_text() == "photo\\udce9.jpg"


@pytest.mark.parametrize("name", ["", "missing/out.csv"])
def test_a_place_that_cannot_hold_a_file_is_a_bad_request(tmp_path, name):
    with pytest.raises(BadRequestError), data_stream(tmp_path / name):
        pass


def test_a_full_disk_is_told_of_the_file_that_was_asked_for(tmp_path):
    with pytest.raises(OSError, match=r"out\.csv"), data_stream(tmp_path / "out.csv"):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_trouble_with_another_file_keeps_its_name(tmp_path):
    with pytest.raises(OSError, match="card"), data_stream(tmp_path / "out.csv"):
        raise OSError(errno.EIO, "Input/output error", "/media/card")
