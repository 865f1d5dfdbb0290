"""What the operating system refuses, in our words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from index.photo.errors import HINTS, FailureKind, PhotoReadError
from index.photo.file_bytes import MAX_FILE_BYTES, os_trouble, read_file, unreadable_among


@pytest.mark.parametrize(
    "number", [errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN]
)
def test_a_failing_card_or_drive_is_told_as_such_and_not_as_a_bug(tmp_path, monkeypatch, number):
    def fail(path, *_arguments, **_options):
        raise OSError(number, os.strerror(number), str(path))

    (tmp_path / "a.jpg").write_bytes(b"x")
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(PhotoReadError) as caught:
        read_file(tmp_path / "a.jpg")
    assert caught.value.kind is FailureKind.IO_ERROR
    assert os.strerror(number) in caught.value.message
    assert "check the card, reader and cable" in HINTS[FailureKind.IO_ERROR]


@pytest.mark.parametrize("number", [errno.EMFILE, errno.EINVAL])
def test_what_nobody_foresaw_stays_unexpected(number):
    assert os_trouble(OSError(number, "odd")).kind is FailureKind.UNEXPECTED


def test_unreadable_among_names_those_files_only_that_cannot_be_read(tmp_path):
    (tmp_path / "whole.nef").write_bytes(b"x")
    (tmp_path / "empty.nef").touch()
    troubles = unreadable_among([tmp_path / name for name in ("whole.nef", "empty.nef", "gone.nef")])
    assert [(file.path.name, file.kind) for file in troubles] == [
        ("empty.nef", FailureKind.EMPTY),
        ("gone.nef", FailureKind.MISSING),
    ]


def test_a_file_larger_than_any_photo_is_refused_before_it_is_read(tmp_path):
    huge = tmp_path / "film.tif"
    with huge.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)  # sparse: takes no room
    with pytest.raises(PhotoReadError) as caught:
        read_file(huge)
    assert caught.value.kind is FailureKind.TOO_LARGE
    assert "up to 1.6 are read" in caught.value.message


def test_200_megapixels_of_16_bits_may_be_read():
    assert MAX_FILE_BYTES >= 200_000_000 * 4 * 2
