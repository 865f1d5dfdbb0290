"""The exposure heat map."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessment import cannot_judge
from scoring.exposure_reading import ExposureReading
from scoring.frame import Frame
from scoring.overlays.ev_steps import EvScale
from scoring.overlays.exposure import BLACK, FROM_WELL_EXPOSED, OVERLAY, EvMeaning, paint_ev
from scoring.overlays.legend import Note
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


def reading(ev):
    return ExposureReading(np.full((6, 9), ev, np.float32), np.full((6, 9), 0.4, np.float32))


def test_the_frames_own_map_of_exposure_is_drawn_and_its_black_part_hatched(garden, said):
    class Read(Frame):
        exposure_reading = reading(0.5)

    layer = OVERLAY.paint(Read(garden.rgb, garden.size_px, garden.exif), said, 600)
    assert part(layer, ColourBar).heading == FROM_WELL_EXPOSED.heading
    rows = {row.meaning: row.share for row in part(layer, Key).rows}
    assert list(rows) == ["+0.5", BLACK]
    assert rows[BLACK] == pytest.approx(100 * 200 / (800 * 1200), abs=0.002)
    corner = layer.picture[360:, :90]
    assert (corner == corner[..., :1]).all()
    assert len(np.unique(corner)) == 2
    assert part(layer, Note).text.endswith("Figures may be off by about 0.4 EV.")


def test_a_black_photo_is_hatched_all_over_without_a_figure(said):
    class Read(Frame):
        exposure_reading = reading(-6.0)

    rgb = np.zeros((200, 300, 3), np.uint8)
    layer = OVERLAY.paint(Read(rgb, (300, 200), ExifFacts()), said, 300)
    assert [(row.meaning, row.share) for row in part(layer, Key).rows] == [(BLACK, 1.0)]
    assert len(np.unique(layer.picture)) == 2
    assert "off by" not in part(layer, Note).text


def test_an_abstention_draws_no_map(garden):
    layer = OVERLAY.paint(garden, cannot_judge("Too small."), 600)
    assert (layer.picture == layer.picture[..., :1]).all()
    assert [row.meaning for row in part(layer, Key).rows] == ["not judged"]


def test_small_lit_parts_of_a_black_frame_get_their_figure():
    ev = np.zeros((300, 700), np.float32)
    untold = np.ones((300, 700), np.bool_)
    untold[100:160, 100:160] = False
    photo = np.full((300, 700, 3), 90, np.uint8)
    figured = paint_ev(photo, ev, FROM_WELL_EXPOSED, (("black", untold),)).picture[100:160, 100:160]
    assert np.ptp(figured.astype(int), axis=(0, 1)).max() > 100


def test_specks_of_black_that_are_not_hatched_get_no_word_of_hatching(said):
    class Read(Frame):
        exposure_reading = reading(0.5)

    rgb = np.full((400, 600, 3), 120, np.uint8)
    rgb[100, 200] = rgb[300, 500] = 0
    layer = OVERLAY.paint(Read(rgb, (600, 400), ExifFacts()), said, 600)
    assert BLACK not in [row.meaning for row in part(layer, Key).rows]
    assert "Hatched" not in part(layer, Note).text
    rgb[100:200, 200:300] = 0
    layer = OVERLAY.paint(Read(rgb, (600, 400), ExifFacts()), said, 600)
    assert "Hatched" in part(layer, Note).text
