"""Which picture is wanted: how large, and which part of the photo."""

from __future__ import annotations

import pytest

from assist_cli.pictures.picture_key import PictureKey, Zoom


def test_pan_moves_by_shares_of_what_is_seen_and_stops_at_the_edge():
    zoom = Zoom(0.5, 0.5, 2.0)
    assert zoom.panned((0.25, 0.25, 0.75, 0.75), 0.25, 0.0) == Zoom(0.625, 0.5, 2.0)
    assert zoom.panned((0.25, 0.25, 0.75, 0.75), 0.0, -9.0) == Zoom(0.5, 0.25, 2.0)


@pytest.mark.parametrize("box", [(0, 5), (5, 0)])
def test_box_without_cells_is_refused(tmp_path, box):
    with pytest.raises(ValueError, match="no picture fits"):
        PictureKey(tmp_path, box)
