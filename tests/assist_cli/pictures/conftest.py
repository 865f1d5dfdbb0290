"""Photos of one colour, and makers of pictures that announce what they made."""

from __future__ import annotations

import pytest
from PIL import Image

from assist_cli.pictures.prepared import PictureMaker
from assist_cli.pictures.sources import Sources
from assist_cli.pictures.terminal import Terminal
from tests.assist_cli.pictures.slow_reading import SlowReading


@pytest.fixture
def photo(tmp_path):
    """Draws a JPEG of one colour, 90 x 60."""

    def draw(name="a.jpg", colour=(200, 30, 20), size=(90, 60)):
        Image.new("RGB", size, colour).save(tmp_path / name, quality=95)
        return tmp_path / name

    return draw


@pytest.fixture
def made():
    """What was announced, in its order."""
    return []


@pytest.fixture
def maker(made):
    maker = PictureMaker(Terminal(), made.append, workers=1)
    yield maker
    maker.close()


@pytest.fixture
def slow():
    return SlowReading()


@pytest.fixture
def slow_maker(slow, made):
    maker = PictureMaker(Terminal(), made.append, sources=Sources(slow), workers=1)
    yield maker
    slow.may.set()
    maker.close()
