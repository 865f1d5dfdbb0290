"""What comparing noise with the ISO promises."""

import pytest

from scoring.assessors.usual_noise import LARGE_WELL, SMALL_WELL, NoiseForIso, compare_with_iso, photon_sigma

FULL_SIZE = 24_000_000


def test_photon_noise_doubles_with_four_times_the_iso_and_is_more_on_a_small_sensor():
    assert photon_sigma(SMALL_WELL, 6400) == pytest.approx(2.0 * photon_sigma(SMALL_WELL, 1600))
    assert photon_sigma(SMALL_WELL, 400) > 3.0 * photon_sigma(LARGE_WELL, 400)


def test_photon_noise_of_a_full_well_is_poissons():
    assert photon_sigma(10_000.0, 100) == pytest.approx(118.0 / 2.2 / 1_800.0**0.5)


@pytest.mark.parametrize("iso", [50, 100, 200, 800, 3200, 25600])
def test_noise_between_the_largest_and_the_smallest_sensor_is_usual(iso):
    for sigma in (1.05 * photon_sigma(LARGE_WELL, iso), photon_sigma(SMALL_WELL, iso)):
        assert compare_with_iso(sigma, iso, FULL_SIZE) is NoiseForIso.USUAL


def test_noise_far_beyond_the_smallest_sensor_is_noisier_than_usual():
    assert compare_with_iso(8.0, 200, FULL_SIZE) is NoiseForIso.NOISIER
    assert compare_with_iso(8.0, 3200, FULL_SIZE) is NoiseForIso.USUAL


def test_noise_is_called_cleaner_at_high_iso_and_full_size_only():
    assert compare_with_iso(1.0, 3200, FULL_SIZE) is NoiseForIso.CLEANER
    assert compare_with_iso(0.1, 200, FULL_SIZE) is NoiseForIso.USUAL
    assert compare_with_iso(1.0, 3200, 2_000_000) is NoiseForIso.USUAL


@pytest.mark.parametrize("iso", [None, 0])
def test_noise_of_an_unknown_iso_is_not_compared(iso):
    assert compare_with_iso(8.0, iso, FULL_SIZE) is None
