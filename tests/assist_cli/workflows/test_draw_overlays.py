"""The pictures of one photo, drawn from its own pixels."""

import dataclasses

import numpy as np

from assist_cli.settings import Settings
from assist_cli.workflows.draw_overlays import draw_overlays
from assist_cli.workflows.show_photo import show_photo
from index.photo.errors import FailureKind, UnreadablePhoto
from scoring.overlays.registry import OVERLAYS
from tests.scoring.made_face import made_face
from weights.errors import WeightsError


def test_there_is_a_page_for_every_overlay(shoot, catalog, judge):  # noqa: ARG001 - set up first
    pages = draw_overlays(show_photo(shoot / "IMG_0001.JPG", Settings(catalog)))
    assert list(pages) == [overlay.name for overlay in OVERLAYS if overlay.name != "faces"]
    assert all(page.dtype == np.uint8 and page.shape[2] == 3 for page in pages.values())


def test_pages_tell_what_the_assessors_said(shoot, catalog, judge):  # noqa: ARG001 - set up first
    photo = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    silent = dataclasses.replace(photo, assessments={})
    said, unsaid = draw_overlays(photo), draw_overlays(silent)
    assert all(said[name].shape != unsaid[name].shape or (said[name] != unsaid[name]).any() for name in said)


def test_faces_are_looked_for_as_when_the_photo_was_judged(shoot, catalog, judge, monkeypatch):  # noqa: ARG001 - set up first
    photo = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    monkeypatch.setattr("scoring.open_frame.open_face_finder", lambda: lambda _rgb, _smaller: (made_face(),))
    assert list(draw_overlays(photo)) == [overlay.name for overlay in OVERLAYS]


def test_damaged_weights_for_faces_cost_only_the_picture_of_faces(shoot, catalog, judge, monkeypatch):  # noqa: ARG001 - set up first
    def damaged():
        raise WeightsError("yunet.onnx: damaged", "assist weights pull faces")

    photo = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    monkeypatch.setattr("scoring.open_frame.open_face_finder", damaged)
    assert "faces" not in draw_overlays(photo)


def test_a_photo_that_vanished_since_is_told_as_a_value(shoot, catalog, judge):  # noqa: ARG001 - set up first
    photo = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    photo.path.unlink()
    told = draw_overlays(photo)
    assert isinstance(told, UnreadablePhoto)
    assert told.kind is FailureKind.MISSING
