"""Faces for tests: none is a person's, and no network has seen them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.face import Face

SHARED = Path(__file__).resolve().parents[3] / "shared"
YUNET, OCEC = SHARED / "weights" / "face_detection_yunet_2023mar.onnx", SHARED / "weights" / "ocec_s.onnx"
BIQ2021 = SHARED / "data" / "biq2021" / "images"

needs_weights = pytest.mark.skipif(
    not (YUNET.is_file() and OCEC.is_file()), reason="the face weights lie in ../shared/weights, which is not here"
)
needs_photos = pytest.mark.skipif(
    not BIQ2021.is_dir(), reason="BIQ2021's photos lie in ../shared/data, which is not here"
)


def made_face(
    x: float = 0.5,
    y: float = 0.5,
    width: float = 0.2,
    eyes_open: tuple[float | None, float | None] = (None, None),
    turn: float = 0.0,
    confidence: float = 0.9,
) -> Face:
    """A face around (x, y) of a square picture, as wide as said; eyes 0.45 of its width apart, its nose `turn` of that off."""
    apart = 0.45 * width
    box = (x - width / 2, y - 0.65 * width, x + width / 2, y + 0.65 * width)
    eyes = ((x - apart / 2, y - 0.1 * width), (x + apart / 2, y - 0.1 * width))
    mouth = ((x - 0.15 * width, y + 0.35 * width), (x + 0.15 * width, y + 0.35 * width))
    return Face(box, confidence, eyes, (x + turn * apart, y + 0.1 * width), mouth, eyes_open)
