"""Room for photos in memory is shared out, and nobody waits for ever."""

from __future__ import annotations

import threading

import pytest

from index.photo import file_bytes, memory_budget, pixels
from index.photo.errors import PhotoReadError
from index.photo.file_bytes import read_file
from index.photo.memory_budget import Budget, one_photo, reserve
from index.photo.pixels import check_size

MOMENT_S = 0.05
"""How long a thread that should wait is watched; it would go on at once."""


@pytest.fixture
def started():
    """Starts a thread and hands it out; all have ended before the test has."""
    threads = []

    def start(work, *arguments):
        threads.append(threading.Thread(target=work, args=arguments, daemon=True))
        threads[-1].start()
        threads[-1].join(MOMENT_S)
        return threads[-1]

    yield start
    for thread in threads:
        thread.join(10.0)
    assert not any(thread.is_alive() for thread in threads)


def test_what_fits_is_taken_at_once_and_more_waits_until_it_is_given_back(started):
    budget = Budget(100)
    assert budget.take(60) == 60
    waiting = started(budget.take, 60)
    assert waiting.is_alive()
    budget.give_back(60)


def test_more_than_there_is_takes_all_of_it():
    assert Budget(100).take(250) == 100


def test_the_small_do_not_pass_in_front_of_the_large(started):
    budget = Budget(100)
    budget.take(50)
    large = started(budget.take, 80)
    small = started(budget.take, 10)
    assert large.is_alive()
    assert small.is_alive()
    budget.give_back(50)


def test_a_photo_takes_once_and_gives_back_at_its_end():
    budget = Budget(100)
    with one_photo():
        reserve(budget, 70)
        reserve(budget, 70)  # its companion, or the preview inside: it would wait for itself
    assert budget.take(100) == 100


def test_a_photo_that_cannot_be_read_gives_back_too():
    budget = Budget(100)

    def read_it():
        with one_photo():
            reserve(budget, 70)
            check_size(0, 10)

    with pytest.raises(PhotoReadError):
        read_it()
    assert budget.take(100) == 100


def test_outside_of_a_photo_nothing_is_taken():
    budget = Budget(100)
    reserve(budget, 100)
    assert budget.take(100) == 100


def test_large_files_and_large_pictures_wait_for_each_other(tmp_path, monkeypatch, started):
    monkeypatch.setattr(file_bytes, "FILE_BYTES", Budget(1_000))
    monkeypatch.setattr(pixels, "PIXELS", Budget(10_000))
    (tmp_path / "a.tif").write_bytes(b"x" * 600)
    (tmp_path / "b.jpg").write_bytes(b"x" * 10)
    read = []

    def read_one(name, edge_px):
        with one_photo():
            read_file(tmp_path / name)
            check_size(edge_px, edge_px)
            read.append(name)

    with one_photo():
        read_one_here = read_file(tmp_path / "a.tif")
        check_size(80, 80)
        assert len(read_one_here) == 600
        started(read_one, "b.jpg", 90)
        assert read == []
    started(read_one, "a.tif", 10)
    assert sorted(read) == ["a.tif", "b.jpg"]


def test_the_largest_picture_that_is_read_fits_the_budget():
    assert memory_budget.PIXELS_AT_ONCE >= pixels.MAX_MEGAPIXELS * 1_000_000
    assert memory_budget.BYTES_AT_ONCE >= file_bytes.MAX_FILE_BYTES
