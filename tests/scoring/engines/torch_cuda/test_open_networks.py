"""A device is believed only where it says what the CPU says."""

import cv2
import numpy as np
import pytest
import torch

from index.photo.record import Asset
from scoring.engines.errors import DeviceError
from scoring.engines.picture_networks import ON_CPU
from scoring.engines.places_elsewhere import ExposureElsewhere, SaliencyElsewhere
from scoring.engines.torch_cuda import open_networks
from scoring.engines.torch_cuda.batch_run import BatchRun
from scoring.engines.torch_cuda.open_networks import open_places, open_rating, trial_picture
from scoring.engines.torch_cuda.precision import Precision
from scoring.engines.torch_cuda.rating import rating_on
from scoring.judge import Judge, open_judge
from tests.scoring.engines.torch_cuda.drawn import drawn_pictures, said_by_threads
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

ENTRY = find_entry(DEFAULT_RATING_WEIGHTS)


def rating_that_is_off_by(monkeypatch, **off_by):
    """Opens engines that differ so much, by precision; tells which were opened."""
    opened = []

    class Engine:
        def __init__(self, _device, _entry, precision):
            opened.append(precision)
            self.precision = precision

        def off_by(self, _rgb):
            return off_by[self.precision]

    monkeypatch.setattr(open_networks, "rating_on", Engine)
    return opened


def test_shipped_networks_are_believed_on_torchs_cpu():
    engine = open_rating(ENTRY, "cpu", Precision.FULL)
    assert engine.off_by(trial_picture()) <= 1e-3
    assert open_places("cpu") is not ON_CPU


def test_half_precision_is_kept_where_it_agrees(monkeypatch):
    rating_that_is_off_by(monkeypatch, half=0.009, full=0.0)
    assert open_rating(ENTRY, "cpu", Precision.HALF).precision is Precision.HALF


@pytest.mark.parametrize("difference", [0.02, float("nan")])
def test_full_precision_takes_the_place_of_half_precision_that_differs(monkeypatch, difference):
    rating_that_is_off_by(monkeypatch, half=difference, full=0.0)
    assert open_rating(ENTRY, "cpu", Precision.HALF).precision is Precision.FULL


def test_full_precision_that_was_asked_for_is_never_half(monkeypatch):
    opened = rating_that_is_off_by(monkeypatch, half=0.0, full=0.0)
    open_rating(ENTRY, "cpu", Precision.FULL)
    assert opened == [Precision.FULL]


def test_a_device_that_rates_otherwise_is_refused_with_a_way_out(monkeypatch):
    rating_that_is_off_by(monkeypatch, half=0.02, full=0.002)
    with pytest.raises(DeviceError) as caught:
        open_rating(ENTRY, "cpu", Precision.HALF)
    assert "--device cpu" in caught.value.hint


@pytest.mark.parametrize("engine", [SaliencyElsewhere, ExposureElsewhere])
def test_where_subjects_or_exposure_differ_the_cpu_reads_both(monkeypatch, caplog, engine):
    monkeypatch.setattr(engine, "off_by", lambda *_: 0.5)
    assert open_places("cpu") is ON_CPU
    assert len(caplog.messages) == 1


def test_a_judge_says_of_photos_on_threads_what_the_cpu_says_one_by_one(tmp_path):
    photos = [Asset(tmp_path / f"{number}.png") for number, _ in enumerate(drawn_pictures())]
    for photo, rgb in zip(photos, drawn_pictures(), strict=True):
        assert cv2.imwrite(str(photo.path), rgb[..., ::-1])
    on_device = Judge(rating_on("cpu", ENTRY), networks=open_places("cpu"))
    for asset, said in zip(photos, said_by_threads(on_device.judge, photos), strict=True):
        wanted = open_judge("cpu").judge(asset)
        assert said.quality.weights == wanted.quality.weights
        np.testing.assert_allclose(said.quality.rating_dist, wanted.quality.rating_dist, atol=1e-3)
        np.testing.assert_allclose(said.embedding, wanted.embedding, atol=1e-3)
        for name, one in wanted.assessments.items():
            assert said.assessments[name].value == pytest.approx(one.value, abs=1e-3), name
            assert said.assessments[name].reasons == one.reasons


def without_numbers(run, pictures, *, really=BatchRun.__call__):
    return [tuple(np.full_like(part, np.nan) for part in said) for said in really(run, pictures)]


def without_kernels(_run, _pictures):
    raise RuntimeError("CUDA error: no kernel image is available for execution on the device")


@pytest.mark.parametrize("run", [without_numbers, without_kernels])
def test_a_device_that_cannot_say_is_not_believed(monkeypatch, run):
    monkeypatch.setattr(BatchRun, "__call__", run)
    with pytest.raises(DeviceError):
        open_rating(ENTRY, "cpu", Precision.HALF)
    assert open_places("cpu") is ON_CPU


@pytest.fixture
def full_device(monkeypatch):
    """A device that has no room even for parameters."""

    def no_room(*_):
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB.\nSee the manual.")

    monkeypatch.setattr(torch.nn.Module, "to", no_room)


def test_a_device_without_room_for_parameters_is_told_in_a_line(full_device):  # noqa: ARG001 - it has no room
    with pytest.raises(DeviceError) as caught:
        open_rating(ENTRY, "cpu", Precision.HALF)
    assert str(caught.value) == "the GPU failed: CUDA out of memory. Tried to allocate 20.00 MiB."
    assert "--device cpu" in caught.value.hint


def test_where_only_ratings_have_room_the_cpu_reads_subjects_and_exposure(full_device, caplog):  # noqa: ARG001
    assert open_places("cpu") is ON_CPU
    assert len(caplog.messages) == 1


def test_engines_are_compared_number_by_number(monkeypatch):
    engine = rating_on("cpu", ENTRY)
    said = engine.rate(trial_picture())
    monkeypatch.setattr(engine, "said_of", lambda _picture: (said + 0.25,))
    assert engine.off_by(trial_picture()) == pytest.approx(0.25, abs=1e-3)
