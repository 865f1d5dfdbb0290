"""Only a file that can be a known one under another name is read to see whether it is."""

import pytest

from assist_cli.workflows import known_photos
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos


def scored(shoot, catalog):
    progress = Progress()
    list(score_photos(ScoreRequest([shoot], catalog), progress, lambda _progress: None))
    return progress


@pytest.fixture
def read(monkeypatch):
    """The names of the files that are read to recognise them."""
    names = []
    really_read = known_photos.read_file
    monkeypatch.setattr(known_photos, "read_file", lambda path: names.append(path.name) or really_read(path))
    return names


def test_a_photo_of_a_size_that_nobody_knows_is_not_read_to_recognise_it(judge, shoot, catalog, read):  # noqa: ARG001
    scored(shoot, catalog)
    some = next(shoot.glob("*.JPG"))
    (shoot / "another.JPG").write_bytes(some.read_bytes() + bytes(5000))
    assert scored(shoot, catalog).scored == 1
    assert read == []


def test_a_renamed_photo_is_recognised(judge, shoot, catalog, read):  # noqa: ARG001
    scored(shoot, catalog)
    next(shoot.glob("*.JPG")).rename(shoot / "renamed.JPG")
    assert scored(shoot, catalog).scored == 0
    assert read == ["renamed.JPG"]
