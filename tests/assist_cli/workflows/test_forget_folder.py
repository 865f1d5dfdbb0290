"""A folder is gone as a whole or not at all."""

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.forget_folder import photos_below_gone
from index.catalog.database import open_catalog


@pytest.fixture
def below(catalog):
    """The known photos below a folder that is said to be gone."""

    def call(folder):
        with open_catalog(catalog) as opened:
            return photos_below_gone(opened, folder)

    return call


def test_all_photos_below_a_folder_that_is_not_there_are_meant(below, score, shoot, tmp_path, monkeypatch):
    score(shoot)
    photos = tuple(sorted(shoot.iterdir()))
    shoot.rename(tmp_path / "elsewhere")
    assert below(shoot) == photos
    monkeypatch.chdir(tmp_path)
    assert below(shoot.relative_to(tmp_path)) == photos


def test_a_folder_with_one_photo_left_is_not_gone(below, score, shoot):
    score(shoot)
    for path in sorted(shoot.iterdir())[1:]:
        path.unlink()
    with pytest.raises(BadRequestError, match="1 of the 5 photos known below it may still be there") as told:
        below(shoot)
    assert "without --gone" in told.value.hint


def test_a_folder_that_nobody_knows_is_told(below, shoot, score, tmp_path):
    score(shoot)
    with pytest.raises(BadRequestError, match="no photo below"):
        below(tmp_path / "shoo")
