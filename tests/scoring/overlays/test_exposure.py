"""The exposure heat map."""

from types import SimpleNamespace

import numpy as np

from scoring.frame import Frame
from scoring.overlays.ev_steps import EvScale
from scoring.overlays.exposure import FROM_WELL_EXPOSED, OVERLAY, EvMeaning, paint_ev
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.legend_key import Key


def part(layer, kind):
    (found,) = (one for one in layer.legend if isinstance(one, kind))
    return found


def stairs():
    """-3, -2 .. +3 EV in seven columns of 100 px."""
    return np.repeat(np.arange(-3, 4), 100)[None].repeat(300, axis=0).astype(np.float32)


def test_the_maps_colours_are_the_legends():
    photo = np.full((300, 700, 3), 90, np.uint8)
    layer = paint_ev(photo, stairs(), EvMeaning("EV", "In whole stops.", EvScale(1.0)))
    swatches = [row.swatch[0, 0].tolist() for row in part(layer, Key).rows]
    in_map = [layer.picture[20, 50 + 100 * column].tolist() for column in range(7)]
    assert in_map == swatches[::-1]
    bar = part(layer, ColourBar)
    assert [bar.scale[round(place * 255)].tolist() for place, _name in bar.ticks] == in_map
    assert [name for _place, name in bar.ticks] == ["-3", "-2", "-1", "0", "+1", "+2", "+3"]


def test_the_key_tells_shares_of_what_there_is():
    layer = paint_ev(np.full((200, 300, 3), 90, np.uint8), np.full((4, 6), -1.4, np.float32), FROM_WELL_EXPOSED)
    assert [(row.meaning, row.share) for row in part(layer, Key).rows] == [("-1.5", 1.0)]


def test_the_frames_own_map_of_exposure_is_drawn(garden, said):
    class Read(Frame):
        exposure_reading = SimpleNamespace(ev=np.full((6, 9), 0.5))

    layer = OVERLAY.paint(Read(garden.rgb, garden.size_px, garden.exif), said, 600)
    assert part(layer, ColourBar).heading == FROM_WELL_EXPOSED.heading
    assert [row.meaning for row in part(layer, Key).rows] == ["+0.5"]
