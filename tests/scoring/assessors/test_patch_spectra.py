"""What the patch spectra promise."""

import numpy as np
import pytest

from scoring.assessors.patch_spectra import BANDS, WEDGES, most_contrasty, octave_edges, patch_spectra
from scoring.detail import halvings

CENTRE = np.array([[0.5, 0.5]])


def waves(degrees, cycles_per_px, size=(1024, 1024)):
    """A level wave pattern whose crests move along `degrees`, clockwise from the right."""
    rows, cols = np.indices(size)
    along = cols * np.cos(np.radians(degrees)) + rows * np.sin(np.radians(degrees))
    return np.rint(128 + 100 * np.sin(2 * np.pi * cycles_per_px * along)).astype(np.uint8)


@pytest.mark.parametrize("degrees", [0, 30, 90, 135])
def test_power_lies_in_the_wedge_of_its_direction(degrees):
    spectra = patch_spectra(halvings(waves(degrees, 0.18)), CENTRE)
    octave, wedge = np.unravel_index(int(np.argmax(spectra[0])), spectra[0].shape)
    assert (octave, wedge) == (1, degrees * WEDGES // 180)


@pytest.mark.parametrize("octave", range(5))
def test_power_lies_in_the_octave_of_its_frequency(octave):
    low, high = octave_edges()[octave]
    spectra = patch_spectra(halvings(waves(0, (low * high) ** 0.5)), CENTRE)
    assert int(np.argmax(spectra[0].sum(axis=1))) == octave


def test_octaves_follow_each_other_without_a_gap():
    edges = octave_edges()
    assert edges[0].tolist() == list(BANDS[0])
    assert np.allclose(edges[1:, 1], edges[:-1, 0])


def test_white_noise_has_the_same_power_in_every_direction():
    noise = np.random.default_rng(3).normal(128, 20, (1024, 1024)).astype(np.uint8)
    places = (np.indices((8, 8)).reshape(2, -1).T + 0.5) / 8
    finest = patch_spectra(halvings(noise), places)[:, 0].mean(axis=0)
    assert finest.max() / finest.min() < 1.2


def test_picture_smaller_than_the_widest_patch_has_no_spectra():
    assert patch_spectra(halvings(waves(0, 0.2, (500, 2000))), CENTRE) is None


def test_most_contrasty_tiles_never_touch():
    contrast = np.random.default_rng(1).random((20, 30))
    among = np.ones(contrast.shape, bool)
    among[:, :10] = False
    tiles = most_contrasty(contrast, among, 12)
    assert len(tiles) == 12
    assert tiles[:, 1].min() >= 10
    apart = np.abs(tiles[:, None] - tiles[None]).max(axis=-1) + 9 * np.eye(12)
    assert apart.min() >= 2
