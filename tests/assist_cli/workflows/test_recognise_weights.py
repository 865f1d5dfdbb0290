"""A person's file is known by its digest, else by what it holds; where that is not enough, the person is asked."""

import shutil

import pytest
import torch
from safetensors.torch import save_file

from assist_cli.workflows.recognise_weights import recognise
from tests.scoring.checkpoints.keras_file import random_layers, write_keras_file
from tests.scoring.checkpoints.published_tanet import random_state
from weights.errors import WeightsError

AVA, TID = "nima_mobilenet_v1.ava_idealo", "nima_mobilenet_v1.tid2013_idealo"


@pytest.fixture(scope="module")
def keras_file(tmp_path_factory):
    return write_keras_file(tmp_path_factory.mktemp("keras") / "mine.hdf5", random_layers())


@pytest.fixture(scope="module")
def tanet_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("tanet") / "mine.pth"
    torch.save(random_state(), path)
    return path


@pytest.fixture
def known(monkeypatch):
    """Makes a digest known: `known(path, sha256)` lets the file at `path` have it."""
    digests = {}
    monkeypatch.setattr("assist_cli.workflows.recognise_weights.sha256", lambda path: digests.get(path, "00" * 32))
    return digests.__setitem__


def test_file_with_a_pinned_digest_is_known_by_it(tmp_path, known):
    path = tmp_path / "any-name"
    known(path, "9a346a08b256ad70725044cd2aa582858e108c6f45d42a9c3415afc604ba9b64")
    found = recognise([path], None)
    assert (found.checkpoint.name, found.files, found.how) == ("ocec_s.2025oct", {"network": path}, "by its sha256")


def test_checkpoint_of_two_files_wants_both_in_any_order(tmp_path, known):
    head, trunk = tmp_path / "head.pth", tmp_path / "trunk.bin"
    known(head, "c7b14cead230694acc7b9447974d3cad78003c72da032e402a303b6c2429e85f")
    known(trunk, "a63082132ba4f97a80bea76823f544493bffa8082296d62d71581a4feff1576f")
    for paths in ([head, trunk], [trunk, head]):
        assert recognise(paths, None).files == {"head": head, "trunk": trunk}
    for name in (None, "laion_clip_vit_b_32.v1"):
        with pytest.raises(WeightsError, match=r"is made of head\.pth and pytorch_model\.bin"):
            recognise([head], name)


def test_layout_that_only_one_checkpoint_has_is_enough(tanet_file):
    found = recognise([tanet_file], None)
    assert (found.checkpoint.name, found.how) == ("tanet.ava", "by its keys and shapes")


def test_same_numbers_as_safetensors_are_known_too(tmp_path):
    save_file(random_state(), tmp_path / "mine.safetensors")
    assert recognise([tmp_path / "mine.safetensors"], None).checkpoint.name == "tanet.ava"


def test_two_of_one_layout_are_told_apart_by_the_published_name(keras_file, tmp_path):
    for name, file in {
        AVA: "weights_mobilenet_aesthetic_0.07.hdf5",
        TID: "weights_mobilenet_technical_0.11.hdf5",
    }.items():
        shutil.copy(keras_file, tmp_path / file)
        found = recognise([tmp_path / file], None)
        assert (found.checkpoint.name, found.how) == (name, "by its keys and shapes and its name")


def test_two_of_one_layout_under_another_name_need_the_person(keras_file):
    with pytest.raises(WeightsError, match=f"{AVA} or {TID}") as caught:
        recognise([keras_file], None)
    assert "--as NAME" in caught.value.hint
    assert recognise([keras_file], TID).checkpoint.name == TID


def test_file_of_a_pinned_checkpoint_with_another_digest_is_refused(keras_file):
    with pytest.raises(WeightsError, match=r"is no published file of nima_vgg16\.ava_pyiqa: its sha256 is"):
        recognise([keras_file], "nima_vgg16.ava_pyiqa")


def test_file_that_holds_something_else_is_told(tmp_path):
    torch.save({"head.weight": torch.ones(2, 2)}, tmp_path / "mine.pth")
    with pytest.raises(WeightsError, match="other keys or shapes than every public checkpoint"):
        recognise([tmp_path / "mine.pth"], None)


def test_several_files_that_belong_to_nothing_are_told(keras_file, tanet_file):
    with pytest.raises(WeightsError, match="make no public checkpoint"):
        recognise([keras_file, tanet_file], None)
    with pytest.raises(WeightsError, match="is no published file of tanet"):
        recognise([keras_file, tanet_file], "tanet.ava")
