"""Captions of the strip and the grid."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from assist_cli.screens.film_strip import CURRENT_STYLE, name_end, photo_tile
from assist_cli.workflows.cull.cull_photo import CullPhoto
from index.photo.marks import Flag, Marks


@pytest.mark.parametrize("name", ["IMG_0412", "夜のカジノ_2002年12月", "صورة_القمر_٢٠١٤", "a" * 80])
@pytest.mark.parametrize("width", range(1, 20))
def test_name_that_is_too_long_keeps_its_end(name, width):
    shown = name_end(name, width)
    assert cell_len(shown) <= width
    assert not shown or name.endswith(shown.removeprefix("…"))


def test_current_photo_is_told_by_its_name_and_signs_keep_their_colours():
    photo = CullPhoto(Path("/shoot/IMG_0001.JPG"), marks=Marks(flag=Flag.REJECT))
    (caption,) = photo_tile(photo, 20, is_current=True, belongs=False).captions
    styles = {caption.plain[span.start : span.end]: span.style for span in caption.spans}
    assert styles["IMG_0001"] == CURRENT_STYLE
    assert "reverse" not in styles["✗"]
