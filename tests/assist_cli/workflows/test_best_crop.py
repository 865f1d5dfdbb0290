"""How a judged photo might be cropped."""

from assist_cli.settings import Settings
from assist_cli.workflows.best_crop import best_crop
from assist_cli.workflows.show_photo import show_photo
from index.photo.errors import FailureKind, UnreadablePhoto


def test_judged_photo_is_opened_again_for_its_crop(shoot, catalog, judge):  # noqa: ARG001 - set up first
    advice = best_crop(show_photo(shoot / "IMG_0001.JPG", Settings(catalog)))
    assert advice.aspect == "free"
    assert advice.reason


def test_a_photo_that_vanished_since_is_told_as_a_value(shoot, catalog, judge):  # noqa: ARG001 - set up first
    photo = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    photo.path.unlink()
    told = best_crop(photo)
    assert isinstance(told, UnreadablePhoto)
    assert told.kind is FailureKind.MISSING
