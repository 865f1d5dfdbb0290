"""What is kept of a checkpoint says where it came from, and reads back."""

import hashlib
import tomllib

import pytest

from weights.keep import keep_as_published, write_entry
from weights.public_checkpoint import find_public_checkpoint


def test_published_file_is_kept_as_it_is_with_its_entry(tmp_path):
    checkpoint = find_public_checkpoint("yunet.2023mar")
    file = tmp_path / "face_detection_yunet_2023mar.onnx"
    file.write_bytes(b"a network")
    folder = tmp_path / "kept"
    folder.mkdir()
    keep_as_published(checkpoint, file, folder)
    assert (folder / "yunet.2023mar.onnx").read_bytes() == b"a network"
    facts = tomllib.loads((folder / "yunet.2023mar.toml").read_text())
    digest = hashlib.sha256(b"a network").hexdigest()
    assert facts["files"] == {"onnx": {"file": "yunet.2023mar.onnx", "sha256": digest}}
    assert facts["made_from"] == {"network": {"sha256": digest}}
    assert facts["licence"] == "MIT"
    assert "percentiles" not in facts


@pytest.mark.parametrize("renamed", ["yunet", "yunet.bin"])
def test_format_is_its_publishers_whatever_the_copy_is_called(tmp_path, renamed):
    (tmp_path / renamed).write_bytes(b"a network")
    folder = tmp_path / "kept"
    folder.mkdir()
    keep_as_published(find_public_checkpoint("yunet.2023mar"), tmp_path / renamed, folder)
    assert tomllib.loads((folder / "yunet.2023mar.toml").read_text())["files"]["onnx"]["file"] == "yunet.2023mar.onnx"


def test_entry_of_a_rating_network_claims_no_percentiles(tmp_path):
    checkpoint = find_public_checkpoint("tanet.ava")
    made = tmp_path / "tanet.ava.onnx"
    made.write_bytes(b"a network")
    facts = tomllib.loads(write_entry(checkpoint, [made], {"network": "ab" * 32}, tmp_path).read_text())
    assert facts["percentiles"]["mean_rating"] == []
    assert facts["made_from"]["network"]["sha256"] == "ab" * 32
    assert facts["published"] == checkpoint.facts["published"]
