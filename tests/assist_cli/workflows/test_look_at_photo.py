"""A photo of a data set is seen as `score` sees it."""

import numpy as np
import pytest
from PIL import Image

from assist_cli.workflows.look_at_photo import look_at, read_frame
from index.photo.errors import FailureKind, UnreadablePhoto


class Engine:
    """Remembers what it was asked."""

    def rate(self, rgb):
        self.asked = rgb
        return np.full(10, 0.1, np.float32)


def drawn(path, **options):
    grain = np.random.default_rng(0).integers(0, 255, (150, 200, 3), np.uint8)
    Image.fromarray(grain).save(path, **options)
    return path


def test_a_look_keeps_size_sharpness_and_ratings(tmp_path):
    photo, engine = drawn(tmp_path / "a.jpg"), Engine()
    look = look_at(photo, engine)
    assert look.file_bytes == photo.stat().st_size
    assert 0.0 <= look.sharpness <= 1.0
    assert look.rating_dist.tolist() == pytest.approx([0.1] * 10)
    assert engine.asked.shape == (150, 200, 3)


def test_the_network_sees_the_picture_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    engine = Engine()
    look_at(drawn(tmp_path / "a.jpg", exif=exif), engine)
    assert engine.asked.shape == (200, 150, 3)


def test_without_an_engine_no_network_is_asked(tmp_path):
    assert look_at(drawn(tmp_path / "a.jpg"), None).rating_dist is None


def test_a_bmp_of_tid2013_is_seen_as_the_same_picture_in_png(tmp_path):
    bmp, png = read_frame(drawn(tmp_path / "I01_01_1.BMP")), read_frame(drawn(tmp_path / "a.png"))
    assert np.array_equal(bmp.rgb, png.rgb)
    assert bmp.size_px == png.size_px == (200, 150)


@pytest.mark.parametrize(("name", "content"), [("a.jpg", b"no picture"), ("a.bmp", b"no picture"), ("a.bmp", b"")])
def test_a_broken_picture_is_a_value(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    look = look_at(tmp_path / name, Engine())
    assert isinstance(look, UnreadablePhoto)
    assert look.kind is FailureKind.CORRUPT


def test_a_bug_that_one_photo_brings_to_light_is_listed_with_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr(Engine, "rate", lambda _self, _rgb: 1 // 0)
    look = look_at(drawn(tmp_path / "a.jpg"), Engine())
    assert look.kind is FailureKind.UNEXPECTED
    assert "ZeroDivisionError" in look.message
