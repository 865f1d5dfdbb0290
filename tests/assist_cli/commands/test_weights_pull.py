"""`assist weights pull` and `assist weights add`."""

import re

import pytest

from tests.scoring.checkpoints.keras_file import random_layers, write_keras_file
from tests.weights.publisher import entry_for, running_publisher
from weights.public_checkpoint import public_checkpoints

YUNET, NIMA = "yunet.2023mar", "nima_mobilenet_v1.ava_idealo"


@pytest.fixture
def weights_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    return tmp_path / "weights"


@pytest.fixture
def publisher(tmp_path, monkeypatch):
    """Offers a face detector as YuNet."""
    file = tmp_path / "detector.onnx"
    file.write_bytes(b"a face detector" * 1000)
    with running_publisher() as server:
        server.files["file"] = file.read_bytes()
        (tmp_path / "entries").mkdir()
        (tmp_path / "entries" / f"{YUNET}.toml").write_text(entry_for(YUNET, file, server.url("file")))
        monkeypatch.setattr("weights.public_checkpoint.PUBLIC_ENTRIES", tmp_path / "entries")
        public_checkpoints.cache_clear()
        yield server
    public_checkpoints.cache_clear()


def test_pulled_weights_are_told_listed_and_whole(assist, publisher, weights_folder):
    answer = assist("weights", "pull", YUNET)
    assert (answer.exit_code, answer.out, answer.err) == (0, "", f"{YUNET} is here now\n")
    assert re.search(rf"^{YUNET} +here ", assist("weights", "list").out, re.MULTILINE)
    assert f"whole   {YUNET}.onnx" in assist("weights", "verify").out
    assert "here already" in assist("weights", "pull", YUNET).err
    assert assist("--quiet", "weights", "pull", YUNET).err == ""
    assert len(publisher.ranges) == 1
    assert weights_folder.is_dir()


def test_damaged_weights_are_told_with_what_mends_them(assist, publisher, weights_folder):
    publisher.status = None
    assist("weights", "pull", YUNET)
    (weights_folder / YUNET / f"{YUNET}.onnx").write_bytes(b"rotten")
    answer = assist("weights", "verify", YUNET)
    assert answer.exit_code == 1
    assert f"broken  {YUNET}.onnx: sha256 is" in answer.out
    assert f"(assist weights pull {YUNET})" in answer.out


@pytest.mark.parametrize("status", [404, 503])
def test_publisher_that_refuses_is_one_line(assist, publisher, weights_folder, status):
    publisher.status = status
    answer = assist("weights", "pull", YUNET)
    assert answer.exit_code == 1
    assert re.fullmatch(rf"assist: 127\.0\.0\.1:\d+ answers {status} .*assist weights add FILE\n", answer.err)
    assert not weights_folder.exists()


def test_checkpoint_without_a_digest_is_left_to_the_person(assist, weights_folder):
    answer = assist("weights", "pull", NIMA)
    assert answer.exit_code == 1
    assert answer.err.count("\n") == 1
    assert "download it yourself from https://github.com/idealo/" in answer.err
    assert not weights_folder.exists()


def test_unknown_name_names_the_nearest(assist):
    answer = assist("weights", "pull", "yunet.2023apr")
    assert answer.exit_code == 1
    assert YUNET in answer.err


def test_added_file_is_told_by_what_it_was_known(assist, tmp_path, weights_folder):
    file = write_keras_file(tmp_path / "weights_mobilenet_aesthetic_0.07.hdf5", random_layers())
    answer = assist("weights", "add", file)
    assert (answer.exit_code, answer.err) == (
        0,
        f"{NIMA} is here now, recognised by its keys and shapes and its name\n",
    )
    assert (weights_folder / NIMA / f"{NIMA}.onnx").is_file()
    info = assist("weights", "info", NIMA)
    for fact in ("made from", "sha256", "srcc", "licence"):
        assert fact in info.out


def test_ambiguous_file_asks_for_as(assist, tmp_path, weights_folder):
    file = write_keras_file(tmp_path / "mine.hdf5", random_layers())
    answer = assist("weights", "add", file)
    assert answer.exit_code == 1
    assert "say which with --as NAME" in answer.err
    assert not weights_folder.exists()


@pytest.mark.parametrize("verb", ["pull", "add"])
def test_help_gives_examples(assist, verb):
    answer = assist("weights", verb, "--help")
    assert answer.exit_code == 0
    assert f"assist weights {verb} " in answer.out
