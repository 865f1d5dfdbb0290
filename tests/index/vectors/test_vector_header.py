"""Whether a file of vectors is whole, told without FAISS."""

import subprocess
import sys

import numpy as np
import pytest

from index.vectors.errors import DamagedVectorsError
from index.vectors.store import VectorStore
from index.vectors.vector_header import HEADER_BYTES, header_line, photos_if_whole


@pytest.fixture
def kept(tmp_path):
    """Three vectors on disk."""
    VectorStore.build(np.arange(3), np.eye(3, 8, dtype=np.float32), "trunk.2026").save(tmp_path / "v")
    return tmp_path / "v"


def test_a_whole_file_says_how_many_photos_it_knows(kept):
    assert photos_if_whole(kept) == 3


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data + b"\0", lambda _: b"nonsense"])
def test_a_damaged_file_is_noticed(kept, damage):
    kept.write_bytes(damage(kept.read_bytes()))
    with pytest.raises(DamagedVectorsError, match="cannot be used"):
        photos_if_whole(kept)


def test_a_lost_file_is_no_damage(tmp_path):
    with pytest.raises(FileNotFoundError):
        photos_if_whole(tmp_path / "v")


def test_a_header_has_one_length_whatever_it_says():
    assert len(header_line({"weights": "trunk.2026"})) == HEADER_BYTES
    with pytest.raises(ValueError, match="too long"):
        header_line({"weights": "x" * HEADER_BYTES})


def test_it_is_told_without_loading_faiss():
    asked = "import sys, assist_cli.workflows.check_catalogue; sys.exit('faiss' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
