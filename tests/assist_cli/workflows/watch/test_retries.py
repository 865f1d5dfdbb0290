"""Files that cannot be read for now are tried again after growing pauses."""

from pathlib import Path

import pytest

from assist_cli.workflows.watch.retries import PAUSES_S, Retries
from index.photo.errors import FailureKind

PHOTO = Path("/in/IMG_1.JPG")
LOCKED = FailureKind.PERMISSION


def test_pauses_grow_and_end():
    retries, pauses = Retries(), []
    while (pause_s := retries.note(PHOTO, LOCKED, 0.0)) is not None:
        pauses.append(pause_s)
        retries.due(1_000.0)
    assert pauses == list(PAUSES_S) == sorted(PAUSES_S)
    assert len(retries) == 0


def test_a_photo_is_due_once_its_pause_is_over():
    retries = Retries()
    retries.note(PHOTO, LOCKED, 10.0)
    assert retries.due_at() == 10.5
    assert retries.due(10.4) == []
    assert retries.due(10.5) == [PHOTO]
    assert retries.due_at() is None


@pytest.mark.parametrize("kind", [FailureKind.CORRUPT, FailureKind.TRUNCATED, FailureKind.EMPTY, FailureKind.MISSING])
def test_trouble_that_stays_while_the_file_does_is_not_tried_again(kind):
    assert Retries().note(PHOTO, kind, 0.0) is None


def test_a_file_that_changed_begins_with_the_shortest_pause():
    retries = Retries()
    for _ in range(3):
        retries.note(PHOTO, LOCKED, 0.0)
    assert not retries.is_first(PHOTO)
    retries.forget(PHOTO)
    assert retries.note(PHOTO, LOCKED, 0.0) == PAUSES_S[0]
    assert retries.is_first(PHOTO)


def test_those_of_a_folder_are_forgotten_together():
    retries = Retries()
    retries.note(PHOTO, LOCKED, 0.0)
    retries.note(Path("/other/IMG_2.JPG"), LOCKED, 0.0)
    retries.forget_where(lambda path: Path("/in") in path.parents)
    assert retries.due(1.0) == [Path("/other/IMG_2.JPG")]
