"""Whatever goes wrong with one photo is a value; what a person or the system asks for is not."""

from pathlib import Path

import pytest

from index.photo.errors import FailureKind, PhotoReadError, UnreadablePhoto
from index.photo.trouble_as_value import trouble_as_value

PATH = Path("a.jpg")


def failing(error):
    def work():
        raise error

    return work


def test_what_was_made_passes():
    assert trouble_as_value(PATH, lambda: 7) == 7


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (PhotoReadError(FailureKind.TRUNCATED, "it ends"), FailureKind.TRUNCATED, "it ends"),
        (MemoryError(), FailureKind.TOO_LARGE, "there is not enough memory for it"),
        (ZeroDivisionError("by zero"), FailureKind.UNEXPECTED, "ZeroDivisionError: by zero"),
    ],
)
def test_trouble_is_a_value(error, kind, message):
    assert trouble_as_value(PATH, failing(error)) == UnreadablePhoto(PATH, kind, message)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_ctrl_c_and_exits_pass(error):
    with pytest.raises(error):
        trouble_as_value(PATH, failing(error))
