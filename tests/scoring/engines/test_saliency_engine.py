"""The saliency network of a process: opened once, shared, the same numbers to the last bit from every thread."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from scoring.engines.network_input import fitted
from scoring.engines.saliency_engine import saliency_engine
from scoring.models.saliency_network import SaliencyNetwork
from weights.registry import SALIENCY_WEIGHTS, bundled_entry

PHOTO = np.kron(np.random.default_rng(0).integers(0, 256, (12, 18, 3), dtype=np.uint8), np.ones((20, 20, 1), np.uint8))


def test_engine_is_opened_once_by_all_threads():
    with ThreadPoolExecutor(8) as pool:
        engines = list(pool.map(lambda _: saliency_engine(), range(16)))
    assert all(engine is engines[0] for engine in engines)


def test_engine_reads_the_same_from_every_thread():
    alone = saliency_engine().read(PHOTO)
    with ThreadPoolExecutor(4) as pool:
        for reading in pool.map(lambda _: saliency_engine().read(PHOTO.copy()), range(8)):
            np.testing.assert_array_equal(reading, alone)


@pytest.mark.parametrize("shape", [(1, 1), (2, 400), (400, 2), (64, 64), (300, 451), (31, 3000)])
@pytest.mark.parametrize("code", [0, 118, 255])
def test_engine_stays_in_0_to_1_for_any_shape_and_plain_colour(shape, code):
    reading = saliency_engine().read(np.full((*shape, 3), code, np.uint8))
    assert 0.0 <= float(reading.min()) <= float(reading.max()) <= 1.0


def test_shipped_files_of_both_formats_compute_the_same():
    entry = bundled_entry(SALIENCY_WEIGHTS)
    network = SaliencyNetwork().fold_for_inference()
    stored = load_file(entry.files["safetensors"].path)
    network.load_state_dict({name: value.float() for name, value in stored.items()})
    with torch.inference_mode():
        wanted = torch.sigmoid(network(torch.from_numpy(fitted(PHOTO, entry.preprocessing)[None])))
    np.testing.assert_allclose(saliency_engine().read(PHOTO), wanted[0].numpy(), atol=1e-3)
