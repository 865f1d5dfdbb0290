"""What could not be read is remembered until it changes."""

from pathlib import Path

from assist_cli.workflows.watch.dead_letters import DeadLetters
from index.photo.errors import FailureKind, UnreadablePhoto
from index.watch.file_look import FileLook

PHOTO = UnreadablePhoto(Path("/in/IMG_1.JPG"), FailureKind.CORRUPT, "damaged")
LOOK, CHANGED = FileLook(10, 1, 1, 7), FileLook(10, 1, 2, 7)


def test_the_same_trouble_of_the_same_file_is_told_once():
    letters = DeadLetters()
    assert letters.add(PHOTO, LOOK)
    assert not letters.add(PHOTO, LOOK)
    assert letters.add(PHOTO, CHANGED)
    assert letters.all() == [PHOTO]


def test_a_file_that_changed_is_dead_no_more():
    letters = DeadLetters()
    letters.add(PHOTO, LOOK)
    assert letters.is_dead(PHOTO.path, LOOK)
    assert not letters.is_dead(PHOTO.path, CHANGED)


def test_one_that_could_be_read_is_forgotten():
    letters = DeadLetters()
    letters.add(PHOTO, LOOK)
    letters.forget(PHOTO.path)
    assert len(letters) == 0
    assert not letters.is_dead(PHOTO.path, LOOK)
