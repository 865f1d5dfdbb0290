"""Whether anybody here can look for faces."""

import numpy as np
import pytest

from assist_cli.workflows.add_weights import add_weights
from scoring.engines.open_face_finder import open_face_finder
from tests.scoring.made_face import OCEC, YUNET, needs_weights
from tests.weights.kept import keep_stand_in, keep_stand_in_faces
from weights.errors import WeightsError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    return tmp_path / "weights"


def test_without_weights_there_is_none(folder):
    assert open_face_finder() is None
    keep_stand_in("yunet.2023mar")
    assert open_face_finder() is None
    assert folder.is_dir()


@pytest.mark.parametrize("damage", ["file", "gone", "entry"])
def test_damaged_weights_are_told_with_what_mends_them(folder, damage):
    keep_stand_in_faces()
    own = folder / "ocec_s.2025oct"
    if damage == "entry":
        (own / "ocec_s.2025oct.toml").write_text("name = ")
    elif damage == "gone":
        (own / "ocec_s.2025oct.onnx").unlink()
    else:
        (own / "ocec_s.2025oct.onnx").write_bytes(b"rotten")
    with pytest.raises(WeightsError) as caught:
        open_face_finder()
    assert caught.value.hint == "assist weights pull faces"
    assert "ocec_s.2025oct" in str(caught.value)


@needs_weights
def test_with_both_weights_somebody_looks(folder):
    for file in (YUNET, OCEC):
        assert add_weights([file], None).how == "by its sha256"
    blank = np.zeros((64, 64, 3), np.uint8)
    assert open_face_finder()(blank, blank) == ()
    assert folder.is_dir()
