"""Networks elsewhere find subjects and read exposure; where they cannot say, the CPU here does."""

import numpy as np
import pytest

from scoring.engines.exposure_engine import exposure_engine
from scoring.engines.network_input import fitted
from scoring.engines.places_elsewhere import ExposureElsewhere, SaliencyElsewhere
from scoring.engines.saliency_engine import saliency_engine
from tests.scoring.engines.torch_cuda.drawn import drawn_pictures
from weights.registry import EXPOSURE_WEIGHTS, SALIENCY_WEIGHTS, bundled_entry

BOTH = [
    (SaliencyElsewhere, saliency_engine, SALIENCY_WEIGHTS),
    (ExposureElsewhere, exposure_engine, EXPOSURE_WEIGHTS),
]
SAID = tuple(np.random.default_rng(0).random((2, 8, 12), np.float32))
PICTURE = drawn_pictures()[0]


def numbers(said):
    return (said.ev, said.scale_ev) if hasattr(said, "ev") else (said,)


@pytest.mark.parametrize(("elsewhere", "_on_cpu", "weights"), BOTH)
def test_the_picture_goes_out_as_the_network_wants_it_and_what_it_says_comes_back(elsewhere, _on_cpu, weights):
    seen = []
    said = numbers(elsewhere(lambda picture: seen.append(picture) or SAID).read(PICTURE))
    np.testing.assert_array_equal(seen, [fitted(PICTURE, bundled_entry(weights).preprocessing)])
    np.testing.assert_array_equal(said, SAID[: len(said)])


@pytest.mark.parametrize(("elsewhere", "on_cpu", "_weights"), BOTH)
def test_where_the_network_elsewhere_cannot_say_the_cpu_is_asked(elsewhere, on_cpu, _weights):
    engine = elsewhere(lambda _picture: None)
    np.testing.assert_array_equal(numbers(engine.read(PICTURE)), numbers(on_cpu().read(PICTURE)))
    assert engine.off_by(PICTURE) == np.inf


@pytest.mark.parametrize(("elsewhere", "on_cpu", "_weights"), BOTH)
def test_it_tells_how_far_it_is_from_the_cpu(elsewhere, on_cpu, _weights):
    said = tuple(part - 0.5 for part in numbers(on_cpu().read(PICTURE)))
    assert elsewhere(lambda _picture: said).off_by(PICTURE) == pytest.approx(0.5)
