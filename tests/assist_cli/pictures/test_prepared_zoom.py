"""Pictures of a part of a photo, at the photo's own pixels."""

from __future__ import annotations

import numpy as np
from PIL import Image

from assist_cli.pictures.picture_key import PictureKey, Zoom
from tests.assist_cli.pictures.slow_reading import PATIENCE_S


def test_zoom_shows_the_photos_own_pixels_around_the_point(maker, tmp_path):
    rgb = np.zeros((400, 600, 3), np.uint8)
    rgb[200:, 300:] = 255
    Image.fromarray(rgb).save(tmp_path / "a.png")
    key = PictureKey(tmp_path / "a.png", (20, 10), zoom=Zoom(0.5, 0.5))
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    ready = maker.get(key)
    assert ready.photo_px == (600, 400)
    assert ready.seen == (290 / 600, 190 / 400, 310 / 600, 210 / 400)
    assert ready.drawing.paper[:5].max() == 0
    assert ready.drawing.paper[6:, 11:].min() == 255


def test_zoom_stays_inside_the_photo(maker, photo):
    key = PictureKey(photo(size=(600, 400)), (20, 10), zoom=Zoom(0.0, 1.0))
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(key).seen == (0.0, 380 / 400, 20 / 600, 1.0)


def test_panning_decodes_nothing_for_a_while(maker, photo, monkeypatch):
    path = photo(size=(600, 400))
    maker.want([PictureKey(path, (20, 10), zoom=Zoom(0.5, 0.5))])
    assert maker.wait_idle(PATIENCE_S)
    monkeypatch.setattr("index.photo.read.read_photo", lambda _asset: 1 / 0)
    near = PictureKey(path, (20, 10), zoom=Zoom(0.53, 0.5))
    maker.want([near])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(near).trouble is None


def test_photo_smaller_than_the_screen_keeps_its_scale_when_zoomed(maker, photo):
    key = PictureKey(photo(size=(12, 8)), (20, 10), zoom=Zoom(0.5, 0.5))
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(key).drawing.cells == (12, 4)
