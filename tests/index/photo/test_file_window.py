"""Stretches of a file, each within bounds."""

import os

import pytest

from index.photo import file_window
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.file_window import window_on


@pytest.fixture
def ten_bytes(tmp_path):
    path = tmp_path / "ten"
    path.write_bytes(b"0123456789")
    return path


def test_a_stretch_is_read_from_where_it_lies(ten_bytes):
    with window_on(ten_bytes) as window:
        assert window.at(3, 4) == b"3456"


def test_a_window_within_counts_from_its_own_start(ten_bytes):
    with window_on(ten_bytes) as window:
        inner = window.within(2, 5)
        assert inner.at(1, 4) == b"3456"
        assert inner.head(100) == b"23456"


@pytest.mark.parametrize(("offset", "size_bytes"), [(8, 3), (-1, 2), (0, -1), (11, 0)])
def test_nothing_is_read_past_the_ends(ten_bytes, offset, size_bytes):
    with window_on(ten_bytes) as window:
        with pytest.raises(ValueError, match="past the end"):
            window.at(offset, size_bytes)
        with pytest.raises(ValueError, match="past the end"):
            window.within(offset, size_bytes)


def test_more_than_anybody_writes_is_not_read(ten_bytes, monkeypatch):
    monkeypatch.setattr(file_window, "MOST_BYTES", 4)
    with window_on(ten_bytes) as window, pytest.raises(ValueError, match="more than anybody writes"):
        window.at(0, 5)


def test_a_file_that_leads_round_and_round_comes_to_an_end(ten_bytes, monkeypatch):
    monkeypatch.setattr(file_window, "MOST_READS", 2)
    with window_on(ten_bytes) as window:
        inner = window.within(0, 5)
        window.at(0, 1)
        inner.at(0, 1)
        with pytest.raises(ValueError, match="more than anybody writes"):
            window.at(0, 1)


def test_a_file_cut_while_it_is_read_is_told(ten_bytes):
    with window_on(ten_bytes) as window:
        os.truncate(ten_bytes, 4)
        with pytest.raises(ValueError, match="cut while it was read"):
            window.at(2, 6)


def test_a_pipe_is_refused_before_anyone_waits_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PhotoReadError) as told, window_on(tmp_path / "pipe"):
        pass
    assert told.value.kind is FailureKind.NOT_A_FILE


def test_a_file_that_is_not_there_is_told_in_our_words(tmp_path):
    with pytest.raises(PhotoReadError) as told, window_on(tmp_path / "gone"):
        pass
    assert told.value.kind is FailureKind.MISSING


def test_the_rest_of_a_window_begins_where_it_is_told(ten_bytes):
    with window_on(ten_bytes) as window:
        assert window.within(2, 5).after(3).head(100) == b"56"
        assert window.after(10).size_bytes == 0
        with pytest.raises(ValueError, match="past the end"):
            window.after(11)
