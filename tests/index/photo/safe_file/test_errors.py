"""The system's refusals in a photographer's words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from index.photo.safe_file.errors import HINTS, FileRefusedError, FileTrouble, told


def test_every_kind_of_trouble_has_a_hint():
    assert set(HINTS) == set(FileTrouble)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.EACCES, FileTrouble.PERMISSION),
        (errno.EPERM, FileTrouble.PERMISSION),
        (errno.ENOTDIR, FileTrouble.GONE),
        (errno.ESTALE, FileTrouble.DRIVE),
        (errno.EBUSY, FileTrouble.UNEXPECTED),
    ],
)
def test_errors_of_the_system_are_told_in_one_line(code, kind):
    with pytest.raises(FileRefusedError) as refused, told(Path("/shoot/a.xmp")):
        raise OSError(code, os.strerror(code))
    assert refused.value.kind is kind
    assert str(refused.value) == f"/shoot/a.xmp: {refused.value.message}"
    assert isinstance(refused.value.__cause__, OSError)


def test_name_that_is_no_text_is_told_in_letters_that_can_be_printed():
    error = FileRefusedError(Path(os.fsdecode(b"/photo\xe9.xmp")), FileTrouble.DRIVE, "the drive failed")
    assert str(error) == r"/photo\xe9.xmp: the drive failed"
