"""A piece of a picture, turned upright."""

import cv2
import numpy as np
import pytest

from scoring.engines.upright_crop import Piece, cut

RIGHT = np.array([1.0, 0.0])


def gradient(width_px=200, height_px=100):
    """Red grows to the right, green downwards, one code a pixel."""
    y, x = np.mgrid[:height_px, :width_px]
    return np.dstack([x, y, np.zeros_like(x)]).astype(np.uint8)


def test_a_piece_at_native_scale_is_the_pixels_themselves():
    picture = gradient()
    piece = cut(picture, Piece(np.array([50.0, 40.0]), RIGHT, 20.0, (20, 10)))
    assert np.array_equal(piece, picture[35:45, 40:60])


def test_a_smaller_piece_averages_what_it_covers():
    noise = np.random.default_rng(0).integers(0, 255, (400, 400, 3), np.uint8)
    piece = cut(noise, Piece(np.array([200.0, 200.0]), RIGHT, 320.0, (40, 40)))
    expected = cv2.resize(noise[40:360, 40:360], (40, 40), interpolation=cv2.INTER_AREA)
    assert np.abs(piece.astype(int) - expected).max() <= 1


def test_a_tilted_line_becomes_horizontal():
    picture = np.zeros((200, 200, 3), np.uint8)
    cv2.line(picture, (50, 50), (150, 150), (255, 255, 255), 9)
    along = np.array([1.0, 1.0]) / np.sqrt(2)
    piece = cut(picture, Piece(np.array([100.0, 100.0]), along, 80.0, (80, 40)))
    assert (piece[20, 5:75] > 200).all()
    assert not piece[:10].any()


def test_points_of_the_piece_are_found_again_in_the_picture():
    along = np.array([0.6, 0.8])
    piece = Piece(np.array([70.0, 30.0]), along, 50.0, (100, 60))
    found = piece.in_picture(np.array([[50.0, 30.0], [100.0, 30.0], [50.0, 60.0]]))
    assert found[0].tolist() == pytest.approx([70.0, 30.0])
    assert found[1].tolist() == pytest.approx([70 + 15, 30 + 20])
    assert found[2].tolist() == pytest.approx([70 - 12, 30 + 9])


@pytest.mark.parametrize("centre", [(-500.0, 40.0), (0.0, 0.0), (199.0, 99.0)])
def test_beyond_the_picture_its_rim_goes_on(centre):
    assert cut(gradient(), Piece(np.array(centre), RIGHT, 64.0, (16, 16))).shape == (16, 16, 3)


def test_a_piece_without_width_is_one_colour():
    assert np.ptp(cut(gradient(), Piece(np.array([50.0, 50.0]), RIGHT, 0.0, (8, 8))), axis=(0, 1)).max() == 0
