"""A black foreground before a lit background, and what only resembles it."""

import numpy as np

from scoring.assessors.silhouettes import find_dark_foreground, find_silhouettes, is_plain_black


def skyline():
    luminance = np.repeat(np.linspace(0.5, 0.2, 120, dtype=np.float32)[:, None], 180, axis=1)
    luminance[95:] = 0.002
    for left in (20, 70, 130):
        luminance[60:95, left : left + 25] = 0.002
    return luminance


def test_silhouettes_of_roofs_before_a_sky_are_seen_with_their_share():
    assert 0.25 < find_silhouettes(skyline()) < 0.4


def test_silhouettes_are_not_a_lit_face_above_dark_clothes():
    portrait = skyline()
    portrait[68:90, 72:93] = 0.3
    portrait[100:115, 30:80] = 0.25
    assert find_silhouettes(portrait) == 0.0


def test_silhouettes_are_not_a_dark_table_with_detail():
    table = skyline()
    table[95:] += np.random.default_rng(0).uniform(0.0, 0.03, table[95:].shape).astype(np.float32)
    assert find_silhouettes(table) == 0.0


def test_silhouettes_are_not_a_night_nor_a_dark_thing_on_a_white_ground():
    night = np.full((120, 180), 0.002, np.float32)
    night[40:60, 60:120] = 0.5
    thing = np.full((120, 180), 0.6, np.float32)
    thing[40:80, 60:120] = 0.002
    assert find_silhouettes(night) == find_silhouettes(thing) == 0.0


def test_silhouettes_of_an_even_frame_are_none():
    for level in (0.0, 1.0):
        assert find_silhouettes(np.full((40, 60), level, np.float32)) == 0.0


def test_silhouettes_are_not_houses_whose_walls_still_show():
    dusk = skyline()
    dusk[97:118:4, 10:170] = 0.012
    assert find_silhouettes(dusk) == 0.0
    assert find_dark_foreground(dusk).share > 0.2
    assert find_dark_foreground(skyline()).black


def test_plain_black_is_black_and_even():
    dark = np.ones((40, 40), np.bool_)
    assert is_plain_black(np.full((40, 40), 0.002, np.float32), dark)
    assert not is_plain_black(np.full((40, 40), 0.015, np.float32), dark)
    assert not is_plain_black(np.zeros((40, 40), np.float32), np.zeros_like(dark))
