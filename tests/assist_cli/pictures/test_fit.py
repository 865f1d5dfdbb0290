"""How large a photo is drawn in a box of cells."""

from __future__ import annotations

import pytest

from assist_cli.pictures.fit import fit, fit_in_cells


def test_landscape_is_bound_by_the_width():
    fitted = fit((6000, 4000), (120, 48), (10, 20))
    assert fitted.size_px == (1200, 800)
    assert fitted.cells == (120, 40)


def test_portrait_is_bound_by_the_height():
    assert fit((4000, 6000), (120, 48), (10, 20)).size_px == (640, 960)


def test_cells_cover_the_last_pixels():
    fitted = fit((1000, 333), (10, 10), (10, 20))
    assert fitted.size_px == (100, 33)
    assert fitted.cells == (10, 2)


def test_small_photo_grows():
    assert fit((50, 50), (100, 50), (10, 20)).size_px == (1000, 1000)


@pytest.mark.parametrize("photo_px", [(100_000, 1), (1, 100_000)])
def test_stripe_keeps_a_pixel_and_a_cell(photo_px):
    assert min(fit(photo_px, (10, 10), (10, 20)).size_px) == 1
    assert min(fit_in_cells(photo_px, (10, 10), (10, 20))) == 1


def test_cells_come_nearest_to_the_photos_shape():
    assert fit_in_cells((6000, 4000), (160, 48), (10, 20)) == (144, 48)
    assert fit_in_cells((6000, 4000), (160, 48), (8, 19)) == (160, 45)
