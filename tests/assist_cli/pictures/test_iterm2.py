"""Pictures as files within the text."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
from PIL import Image

from assist_cli.pictures.drawing import draw
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal

FILE = re.compile(r"\x1b7\x1b\[3;5H\x1b\]1337;File=([^:]*):([^\x07]*)\x07\x1b8")


def test_picture_is_a_jpeg_at_its_place_and_size():
    picture = draw(np.full((200, 300, 3), (200, 30, 20), np.uint8), (30, 20), Terminal(Protocol.ITERM))
    told, payload = FILE.fullmatch(picture.place(4, 2)).groups()
    keys = dict(pair.split("=") for pair in told.split(";"))
    data = base64.b64decode(payload)
    assert (keys["inline"], keys["width"], keys["height"]) == ("1", "300px", "200px")
    assert int(keys["size"]) == len(data)
    pixels = np.asarray(Image.open(io.BytesIO(data)))
    assert pixels.shape == (200, 300, 3)
    assert np.abs(pixels.astype(int) - (200, 30, 20)).max() <= 3
    assert picture.cells == (30, 10)


def test_picture_is_erased_by_empty_cells():
    picture = draw(np.zeros((40, 60, 3), np.uint8), (6, 2), Terminal(Protocol.ITERM))
    assert picture.erase(4, 2) == "\x1b7\x1b[3;5H\x1b[0m\x1b[6X\x1b[4;5H\x1b[0m\x1b[6X\x1b8"


def test_terminal_keeps_nothing():
    picture = draw(np.zeros((40, 60, 3), np.uint8), (6, 2), Terminal(Protocol.ITERM))
    assert picture.upload(None) == picture.discard() == ""
    assert picture.printed is None
