"""Overlays of real verdicts: marked photos and a sentence."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from assist_cli.pictures.overlay_picture import LEAST_EDGE_PX, overlay_picture
from assist_cli.pictures.picture_key import Overlay
from index.photo.errors import FailureKind
from scoring.assessment import Assessment
from scoring.crops.crop import Crop, CropAdvice
from weights.errors import WeightsError


@pytest.fixture
def photo(tmp_path):
    """Half sharp squares, half blown to white."""
    rgb = np.full((400, 600, 3), 255, np.uint8)
    squares = np.random.default_rng(1).integers(20, 220, (20, 15, 1), np.uint8)
    rgb[:, :300] = squares.repeat(20, axis=0).repeat(20, axis=1)
    Image.fromarray(rgb).save(tmp_path / "a.png")
    return tmp_path / "a.png"


SAID = {"focus": Assessment(0.8, 0.9, "good", ("Sharp on the left.",), {"sharp_region_px": [0, 0, 300, 400]})}


def test_focus_map_lights_what_is_sharp_and_gives_the_reason(photo):
    picture = overlay_picture(photo, Overlay.FOCUS, SAID, 600)
    assert picture.caption == "Sharp on the left."
    assert picture.rgb.shape[1] / picture.rgb.shape[0] == pytest.approx(1.5, rel=0.01)
    left, right = (np.ptp(part.astype(int), axis=2).mean() for part in (picture.rgb[:, :200], picture.rgb[:, -150:]))
    assert left > 50 > 5 > right


def test_clipping_marks_white_with_stripes_and_counts_it(photo):
    picture = overlay_picture(photo, Overlay.CLIPPING, SAID, 600)
    right = picture.rgb[:, -200:].reshape(-1, 3)
    assert {(255, 255, 255), (213, 94, 0)} <= set(map(tuple, right.tolist()))


def test_marks_are_drawn_large_enough_to_be_read(photo):
    small, large = (overlay_picture(photo, Overlay.CLIPPING, {}, edge_px) for edge_px in (100, 2 * LEAST_EDGE_PX))
    assert max(small.rgb.shape) <= LEAST_EDGE_PX < max(large.rgb.shape)


def test_crop_gives_its_reason(photo):
    picture = overlay_picture(photo, Overlay.CROP, {}, 600)
    assert picture.caption
    assert picture.rgb.ndim == 3


def test_only_the_suggested_crop_is_outlined(photo, monkeypatch):
    crops = tuple(Crop((left, 0.2, left + 0.5, 0.8), 0.9, ("Why.",)) for left in (0.1, 0.3, 0.45))

    def drawn(count):
        advice = CropAdvice("free", crops[:count], keep_uncropped=False, reason="Why.")
        monkeypatch.setattr("assist_cli.pictures.overlay_picture.advise_freely", lambda _frame: advice)
        return overlay_picture(photo, Overlay.CROP, {}, 600).rgb

    assert np.array_equal(drawn(3), drawn(1))


def test_crop_without_its_weights_says_how_to_get_them(photo, monkeypatch):
    def missing(_frame):
        raise WeightsError("the crop ranker is missing", "install it")

    monkeypatch.setattr("assist_cli.pictures.overlay_picture.advise_freely", missing)
    assert "install it" in overlay_picture(photo, Overlay.CROP, {}, 600).caption


def test_unreadable_photo_is_a_value(tmp_path):
    assert overlay_picture(tmp_path / "gone.jpg", Overlay.FOCUS, {}, 600).kind is FailureKind.MISSING
