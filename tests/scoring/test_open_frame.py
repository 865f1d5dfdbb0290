"""The frame that judging and drawing share."""

import logging
from pathlib import Path

import numpy as np

from index.photo.record import ExifFacts, PhotoRecord, PixelSource
from scoring.open_frame import face_finder, open_frame
from tests.scoring.made_face import made_face
from weights.errors import WeightsError


def test_all_that_was_read_reaches_the_frame():
    exif = ExifFacts(af_areas=((0.4, 0.4, 0.6, 0.6),))
    record = PhotoRecord(Path("a.nef"), "00", (600, 400), exif, PixelSource.HALF_SIZE_DEVELOPMENT)
    face = made_face()
    frame = open_frame(record, np.zeros((200, 300, 3), np.uint8), lambda _rgb, _smaller: (face,))
    assert (frame.size_px, frame.exif.af_areas, frame.pixel_source) == ((600, 400), exif.af_areas, record.pixel_source)
    assert frame.sensor is record.sensor
    assert frame.faces == (face,)


def test_damaged_weights_for_faces_are_logged_and_nobody_looks(monkeypatch, caplog):
    def damaged():
        raise WeightsError("yunet.onnx: damaged", "assist weights pull faces")

    monkeypatch.setattr("scoring.open_frame.open_face_finder", damaged)
    with caplog.at_level(logging.WARNING):
        assert face_finder() is None
    assert "yunet.onnx: damaged; assist weights pull faces" in caplog.text
