"""Ways to ask how whole some bytes are, once they lie in a file."""

import pytest

from index.photo.file_window import window_on


@pytest.fixture
def in_window(tmp_path):
    """`in_window(how_whole_png, data)`: what the function says of a file of these bytes."""

    def ask(how_whole, data):
        path = tmp_path / "in-window"
        path.write_bytes(data)
        with window_on(path) as window:
            return how_whole(window)

    return ask
