"""Photos in block characters: true colours, and edges where they are."""

from __future__ import annotations

import numpy as np
import pytest

from assist_cli.pictures.half_blocks import half_blocks
from assist_cli.pictures.palette_256 import colours_of
from assist_cli.pictures.protocol import Colours

RED, BLUE = (200, 30, 20), (10, 60, 220)


def split(first, second, *, at, shape=(16, 8), down=True):
    """Two colours that meet at line or column `at`."""
    rgb = np.empty((*shape, 3), np.uint8)
    rgb[:] = second
    (rgb if down else rgb.swapaxes(0, 1))[:at] = first
    return rgb


def test_flat_cell_is_a_space_in_its_colour():
    picture = half_blocks(np.full((40, 30, 3), RED, np.uint8), (3, 2))
    assert picture.glyphs.tolist() == [[" "] * 3] * 2
    assert (picture.paper == RED).all()


def test_upper_half_has_the_ink():
    picture = half_blocks(split(RED, BLUE, at=8), (1, 1))
    assert (picture.glyphs[0, 0], *picture.ink[0, 0], *picture.paper[0, 0]) == ("▀", *RED, *BLUE)


def test_left_half_is_a_left_block():
    picture = half_blocks(split(RED, BLUE, at=4, down=False), (1, 1))
    assert (picture.glyphs[0, 0], *picture.ink[0, 0], *picture.paper[0, 0]) == ("▌", *RED, *BLUE)


def test_low_edge_is_a_low_block():
    picture = half_blocks(split(RED, BLUE, at=12), (1, 1))
    assert (picture.glyphs[0, 0], *picture.ink[0, 0], *picture.paper[0, 0]) == ("▂", *BLUE, *RED)


def test_corner_is_a_quarter_block():
    rgb = np.full((16, 8, 3), RED, np.uint8)
    rgb[8:, 4:] = BLUE
    picture = half_blocks(rgb, (1, 1))
    assert (picture.glyphs[0, 0], *picture.ink[0, 0], *picture.paper[0, 0]) == ("▗", *BLUE, *RED)


def test_only_halves_knows_no_other_block():
    rgb = np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)
    assert set(half_blocks(rgb, (16, 8), only_halves=True).glyphs.ravel()) <= {"▀", " "}
    assert set(half_blocks(rgb, (16, 8)).glyphs.ravel()) > {"▀", "▌"}


def test_faint_noise_draws_no_stairs():
    rgb = np.random.default_rng(1).integers(118, 124, (64, 64, 3), np.uint8)
    assert set(half_blocks(rgb, (16, 8)).glyphs.ravel()) <= {"▀", " "}


def test_black_and_white_average_to_the_grey_that_shines_as_much():
    chequered = np.zeros((64, 64, 3), np.uint8)
    chequered[::2] = 255
    picture = half_blocks(chequered, (4, 2))
    # half of white's light is sRGB 188; the mean of the code values, 128, is a fifth of it
    assert np.abs(picture.paper.astype(int) - 188).max() <= 1


def test_fitted_blocks_come_nearer_to_the_photo_than_halves():
    rows, columns = np.mgrid[:384, :640]
    rgb = np.repeat(np.where(rows * 1.7 > columns, 230, 40)[..., None], 3, axis=2).astype(np.uint8)
    errors = [
        np.abs(shown(half_blocks(rgb, (160, 48), only_halves=only)).astype(int) - rgb).mean() for only in (True, False)
    ]
    assert errors[1] < 0.7 * errors[0]


def test_single_pixel_fills_its_cells():
    picture = half_blocks(np.full((1, 1, 3), BLUE, np.uint8), (2, 1))
    assert (picture.paper == BLUE).all()


@pytest.mark.parametrize("colours", [Colours.PALETTE, Colours.GREY])
def test_palettes_leave_the_users_own_16_colours_alone(colours):
    rgb = np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)
    picture = half_blocks(rgb, (16, 8), colours)
    assert min(picture.ink.min(), picture.paper.min()) >= 16


def test_palette_mixes_a_colour_that_it_lacks():
    rgb = np.full((192, 256, 3), (115, 95, 175), np.uint8)
    picture = half_blocks(rgb, (64, 24), Colours.PALETTE)
    numbers = np.where(picture.glyphs == " ", picture.paper, picture.ink)
    mean = (colours_of(numbers).astype(float) + colours_of(picture.paper)).mean(axis=(0, 1)) / 2
    assert np.abs(mean - (115, 95, 175)).max() < 12
    assert len(np.unique(picture.paper)) > 1


def test_greys_have_no_colour_and_keep_brightness():
    rgb = np.full((64, 64, 3), (255, 0, 0), np.uint8)
    picture = half_blocks(rgb, (16, 8), Colours.GREY)
    shades = colours_of(picture.paper).astype(int)
    assert (shades[..., 0] == shades[..., 1]).all()
    assert abs(shades.mean() - 76) < 6


def shown(picture):
    """The picture as pixels, 4 x 8 a cell."""
    from assist_cli.pictures.block_glyphs import GLYPHS, MASKS

    masks = {**dict(zip(GLYPHS.tolist(), MASKS.reshape(-1, 8, 4), strict=True)), " ": np.zeros((8, 4))}
    filled = np.concatenate([np.concatenate([masks[glyph] for glyph in row], axis=1) for row in picture.glyphs])
    ink, paper = (part.repeat(8, axis=0).repeat(4, axis=1) for part in (picture.ink, picture.paper))
    return np.where(filled[..., None] > 0, ink, paper)
