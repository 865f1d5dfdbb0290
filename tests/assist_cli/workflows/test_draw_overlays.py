"""The pictures of one photo, drawn from its own pixels."""

import dataclasses

import numpy as np

from assist_cli.settings import Settings
from assist_cli.workflows.draw_overlays import draw_overlays
from assist_cli.workflows.show_photo import show_photo
from index.photo.errors import FailureKind, UnreadablePhoto
from scoring.overlays.registry import OVERLAYS


def test_there_is_a_page_for_every_overlay(shoot, catalog, judge):  # noqa: ARG001 - set up first
    pages = draw_overlays(show_photo(shoot / "IMG_0001.JPG", Settings(catalog)))
    assert list(pages) == [overlay.name for overlay in OVERLAYS]
    assert all(page.dtype == np.uint8 and page.shape[2] == 3 for page in pages.values())


def test_pages_tell_what_the_assessors_said(shoot, catalog, judge):  # noqa: ARG001 - set up first
    photo = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    silent = dataclasses.replace(photo, assessments={})
    said, unsaid = draw_overlays(photo), draw_overlays(silent)
    assert all(said[name].shape != unsaid[name].shape or (said[name] != unsaid[name]).any() for name in said)


def test_a_photo_that_vanished_since_is_told_as_a_value(shoot, catalog, judge):  # noqa: ARG001 - set up first
    photo = show_photo(shoot / "IMG_0001.JPG", Settings(catalog))
    photo.path.unlink()
    told = draw_overlays(photo)
    assert isinstance(told, UnreadablePhoto)
    assert told.kind is FailureKind.MISSING
