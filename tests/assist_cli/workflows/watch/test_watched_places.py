"""Only folders are watched, each by one process."""

import os
import re

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.watch.watched_places import AlreadyWatchedError, folders_among, locked


def test_a_path_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BadRequestError, match="there is no file or folder"):
        folders_among([tmp_path, tmp_path / "typo"])


def test_a_file_is_told_with_what_to_do(inbox, arrive):
    with pytest.raises(BadRequestError, match="is a file") as raised:
        folders_among([arrive("IMG_1.JPG", 1)])
    assert f"assist watch {inbox}" in raised.value.hint


def test_a_folder_inside_another_is_watched_with_it(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert folders_among([tmp_path / "a" / "b", tmp_path / "a", tmp_path / "a"]) == [tmp_path / "a"]


def test_a_second_watch_is_told_who_has_it_and_since_when(inbox, tmp_path):
    with locked([inbox], tmp_path), pytest.raises(AlreadyWatchedError) as raised, locked([inbox], tmp_path):
        pass
    assert re.search(rf"{inbox}, since \d{{4}}-.* by process {os.getpid()}", str(raised.value))
    assert f"kill {os.getpid()}" in raised.value.hint
    with locked([inbox], tmp_path):
        pass


def test_where_one_folder_is_taken_none_is_kept(inbox, tmp_path):
    free = tmp_path / "free"
    free.mkdir()
    with locked([inbox], tmp_path), pytest.raises(AlreadyWatchedError), locked([free, inbox], tmp_path):
        pass
    with locked([free], tmp_path):
        pass


def test_a_folder_above_one_that_is_watched_is_not_said_to_be_watched_itself(inbox, tmp_path):
    with locked([inbox], tmp_path), pytest.raises(AlreadyWatchedError) as raised, locked([inbox.parent], tmp_path):
        pass
    assert str(raised.value).startswith(f"a folder within {inbox.parent} is watched already: {inbox}")
