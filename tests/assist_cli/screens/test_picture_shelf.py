"""The pictures of a screen with their lines, which are made where nobody waits for them."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PIL import Image

from assist_cli.pictures.picture_key import PictureKey
from assist_cli.pictures.prepared import PictureMaker
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens import picture_shelf
from assist_cli.screens.first_picture import Announcement, BegunPictures
from assist_cli.screens.picture_shelf import PictureShelf

PATIENCE_S = 30
BOX = (30, 10)


@pytest.fixture
def photos(tmp_path, monkeypatch):
    """Three, each with a thumbnail."""
    monkeypatch.setattr(
        "assist_cli.pictures.make_picture.read_thumbnail", lambda _path: np.full((6, 9, 3), 60, np.uint8)
    )
    paths = [tmp_path / f"{name}.jpg" for name in "abc"]
    for path in paths:
        Image.new("RGB", (90, 60), (200, 30, 20)).save(path)
    return paths


@pytest.fixture
def laid_out(monkeypatch):
    """The threads in which lines were made."""
    threads = []
    made = picture_shelf.strips_of

    def strips_of(picture):
        threads.append(threading.current_thread().name)
        return made(picture)

    monkeypatch.setattr(picture_shelf, "strips_of", strips_of)
    return threads


@pytest.fixture
def shelf():
    announcement = Announcement()
    maker = PictureMaker(Terminal(), announcement.tell)
    shelf = PictureShelf(BegunPictures(Terminal(), maker, announcement), lambda _key: None)
    yield shelf
    shelf.close()


def test_lines_of_sharp_pictures_are_made_ahead(shelf, photos, laid_out):
    keys = [PictureKey(path, BOX) for path in photos]
    shelf.want(keys)
    assert shelf._maker.wait_idle(PATIENCE_S)
    laid_out.clear()
    assert all(shelf.get(key).lines for key in keys)
    assert laid_out == []


def test_lines_of_drafts_are_made_ahead_too(shelf, photos, laid_out, monkeypatch):
    monkeypatch.setattr("assist_cli.pictures.prepared.PictureMaker._prepare", lambda _maker, _key: None)
    keys = [PictureKey(path, BOX) for path in photos]
    shelf.want(keys)
    assert shelf._maker.wait_drafts(PATIENCE_S)
    assert all(shelf.get(key).lines for key in keys)
    assert laid_out == ["picture-drafts"] * 3


def test_shelf_keeps_no_more_pictures_than_it_may(photos, monkeypatch):
    monkeypatch.setattr(picture_shelf, "LINES_BYTES", 1)
    terminal, announcement = Terminal(Protocol.KITTY), Announcement()
    shelf = PictureShelf(
        BegunPictures(terminal, PictureMaker(terminal, announcement.tell), announcement), lambda _key: None
    )
    shelf.want([PictureKey(path, BOX) for path in photos])
    assert shelf._maker.wait_idle(PATIENCE_S)
    assert all(shelf.get(PictureKey(path, BOX)).placed for path in photos)
    assert [kept.prepared.key.path for kept in shelf._lines._kept.values()] == photos[-1:]
    shelf.close()
