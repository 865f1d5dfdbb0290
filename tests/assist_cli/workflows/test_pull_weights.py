"""A public checkpoint comes from its publisher, is checked, converted and kept; or nothing changes."""

import numpy as np
import pytest
import torch

from assist_cli.workflows.pull_weights import pull_weights
from tests.scoring.checkpoints.keras_file import random_layers, write_keras_file
from tests.weights.publisher import entry_for, running_publisher
from weights.errors import WeightsError
from weights.public_checkpoint import public_checkpoints
from weights.registry import DEFAULT_RATING_WEIGHTS, can_be_used, find_entry

YUNET, OCEC, NIMA = "yunet.2023mar", "ocec_s.2025oct", "nima_mobilenet_v1.ava_idealo"


@pytest.fixture
def publisher():
    with running_publisher() as server:
        yield server


@pytest.fixture
def weights_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    return tmp_path / "weights"


@pytest.fixture
def offer(publisher, tmp_path, monkeypatch):
    """Lets the publisher offer a file as the checkpoint of a name, pinned or not."""
    folder = tmp_path / "entries"
    folder.mkdir()
    monkeypatch.setattr("weights.public_checkpoint.PUBLIC_ENTRIES", folder)

    def put(name, file, at="file", **options):
        publisher.files[at] = file.read_bytes()
        (folder / f"{name}.toml").write_text(entry_for(name, file, publisher.url(at), **options))
        public_checkpoints.cache_clear()

    yield put
    public_checkpoints.cache_clear()


@pytest.fixture
def detector(tmp_path):
    path = tmp_path / "detector.onnx"
    path.write_bytes(b"a face detector" * 40_000)
    return path


def quiet(_done, _total):
    """Progress that nobody watches."""


def everything_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_detector_is_kept_as_published_and_pulled_once(weights_folder, offer, detector, publisher):
    offer(YUNET, detector)
    assert pull_weights(YUNET, quiet) is True
    assert everything_in(weights_folder) == [f"{YUNET}/{YUNET}.onnx", f"{YUNET}/{YUNET}.toml"]
    assert (weights_folder / YUNET / f"{YUNET}.onnx").read_bytes() == detector.read_bytes()
    assert pull_weights(YUNET, quiet) is False
    assert len(publisher.ranges) == 1


def test_damaged_weights_are_pulled_again(weights_folder, offer, detector):
    offer(YUNET, detector)
    pull_weights(YUNET, quiet)
    (weights_folder / YUNET / f"{YUNET}.onnx").write_bytes(b"rotten")
    assert not can_be_used(YUNET)
    assert pull_weights(YUNET, quiet) is True
    assert can_be_used(YUNET)


def test_rating_network_is_converted_and_rates(weights_folder, offer, tmp_path):
    offer(NIMA, write_keras_file(tmp_path / "nima.hdf5", random_layers()))
    assert pull_weights(NIMA, quiet) is True
    assert everything_in(weights_folder) == [f"{NIMA}/{NIMA}.{ending}" for ending in ("onnx", "safetensors", "toml")]

    from scoring.engines.onnx_cpu import OnnxRatingEngine

    rated = OnnxRatingEngine(find_entry(NIMA)).rate(np.zeros((100, 150, 3), np.uint8))
    assert rated.sum() == pytest.approx(1.0, abs=1e-5)


def test_interrupted_pull_goes_on(weights_folder, offer, detector, publisher):
    offer(YUNET, detector)
    publisher.breaks_after = 200_000
    with pytest.raises(WeightsError, match="broke after"):
        pull_weights(YUNET, quiet)
    (part,) = everything_in(weights_folder)
    assert part.endswith(".part")
    publisher.breaks_after = None
    assert pull_weights(YUNET, quiet) is True
    assert publisher.ranges == [None, "bytes=200000-"]


def test_other_content_leaves_nothing(weights_folder, offer, detector, publisher):
    offer(YUNET, detector)
    publisher.files["file"] = b"something else" * 1000
    with pytest.raises(WeightsError, match="not what its publisher offered"):
        pull_weights(YUNET, quiet)
    assert everything_in(weights_folder) == []


def test_right_file_of_a_wrong_layout_leaves_the_download_and_nothing_else(weights_folder, offer, tmp_path):
    torch.save({"head.weight": torch.ones(2)}, tmp_path / "other.hdf5")
    offer(NIMA, tmp_path / "other.hdf5")
    with pytest.raises(WeightsError, match="cannot be"):
        pull_weights(NIMA, quiet)
    assert all(path.startswith("downloads/") for path in everything_in(weights_folder))


def test_file_without_a_known_digest_is_left_to_the_person(weights_folder, offer, detector, publisher):
    offer(YUNET, detector, pinned=False)
    with pytest.raises(WeightsError, match="no digest is known") as caught:
        pull_weights(YUNET, quiet)
    assert "assist weights add FILE" in caught.value.hint
    assert publisher.ranges == []
    assert not weights_folder.exists()


def test_missing_package_is_told_before_the_download(offer, tmp_path, publisher, monkeypatch, weights_folder):
    offer(NIMA, write_keras_file(tmp_path / "nima.hdf5", random_layers()))
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(WeightsError, match="onnx, h5py") as caught:
        pull_weights(NIMA, quiet)
    assert ".[checkpoints]" in caught.value.hint
    assert publisher.ranges == []
    assert not weights_folder.exists()


def test_what_ships_need_not_be_pulled():
    with pytest.raises(WeightsError, match="ships with photo-assist"):
        pull_weights(DEFAULT_RATING_WEIGHTS, quiet)


def test_a_bundle_brings_each_of_its_parts_once(weights_folder, offer, detector, publisher, tmp_path):
    eyes = tmp_path / "eyes.onnx"
    eyes.write_bytes(b"an eye classifier" * 1000)
    offer(YUNET, detector, at="detector")
    offer(OCEC, eyes, at="eyes")
    pull_weights(OCEC, quiet)
    assert pull_weights("faces", quiet) is True
    assert can_be_used(YUNET)
    assert (weights_folder / OCEC / f"{OCEC}.onnx").read_bytes() == eyes.read_bytes()
    assert pull_weights("faces", quiet) is False
    assert len(publisher.ranges) == 2


def test_a_bundle_that_stops_halfway_goes_on(offer, detector, publisher, tmp_path, weights_folder):
    eyes = tmp_path / "eyes.onnx"
    eyes.write_bytes(b"an eye classifier" * 1000)
    offer(YUNET, detector, at="detector")
    offer(OCEC, eyes, at="eyes")
    published = publisher.files.pop("eyes")
    with pytest.raises(WeightsError, match="404"):
        pull_weights("faces", quiet)
    assert can_be_used(YUNET)
    publisher.files["eyes"] = published
    assert pull_weights("faces", quiet) is True
    assert can_be_used(OCEC)
    assert weights_folder.is_dir()
