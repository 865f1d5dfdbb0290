"""The exposure map of a process: opened once, shared, the same numbers from every thread."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from scoring.engines.exposure_engine import exposure_engine
from scoring.engines.network_input import fitted
from scoring.models.exposure_map import ExposureMap
from weights.registry import EXPOSURE_WEIGHTS, bundled_entry

PHOTO = np.kron(np.random.default_rng(0).integers(0, 256, (12, 18, 3), dtype=np.uint8), np.ones((20, 20, 1), np.uint8))


def test_engine_is_opened_once_by_all_threads():
    with ThreadPoolExecutor(8) as pool:
        engines = list(pool.map(lambda _: exposure_engine(), range(16)))
    assert all(engine is engines[0] for engine in engines)


def test_engine_reads_the_same_from_every_thread():
    alone = exposure_engine().read(PHOTO)
    with ThreadPoolExecutor(4) as pool:
        for reading in pool.map(lambda _: exposure_engine().read(PHOTO), range(8)):
            np.testing.assert_array_equal(reading.ev, alone.ev)


@pytest.mark.parametrize("shape", [(1, 1), (2, 400), (400, 2), (64, 64), (300, 451), (31, 3000)])
@pytest.mark.parametrize("code", [0, 118, 255])
def test_engine_is_finite_for_any_shape_and_plain_colour(shape, code):
    reading = exposure_engine().read(np.full((*shape, 3), code, np.uint8))
    assert reading.ev.shape == reading.scale_ev.shape
    assert np.isfinite(reading.ev).all()
    assert (reading.scale_ev > 0.0).all()


def test_engine_reads_darker_as_darker():
    assert exposure_engine().read(PHOTO // 4).whole_ev < exposure_engine().read(PHOTO // 2).whole_ev < 1.0


def test_shipped_files_of_both_formats_compute_the_same():
    entry = bundled_entry(EXPOSURE_WEIGHTS)
    network = ExposureMap().fold_for_inference()
    stored = load_file(entry.files["safetensors"].path)
    network.load_state_dict({name: value.float() for name, value in stored.items()})
    with torch.inference_mode():
        ev, scale_ev = network(torch.from_numpy(fitted(PHOTO, entry.preprocessing)[None]))
    reading = exposure_engine().read(PHOTO)
    np.testing.assert_allclose(reading.ev, ev[0].numpy(), atol=1e-3)
    np.testing.assert_allclose(reading.scale_ev, scale_ev[0].numpy(), atol=1e-3)
