"""The shipped reader, run by numpy, is the trained one."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest
from safetensors.numpy import save_file

from scoring.crops.lean_evidence import ROWS
from scoring.crops.lean_reader import read_lean_reader, shipped_lean_reader, sure_of
from scoring.crops.lean_votes import LEANS_DEG
from weights.registry import TILT_WEIGHTS, bundled_entry

EVIDENCE = np.random.default_rng(5).normal(-1.0, 1.0, (ROWS, len(LEANS_DEG)))


def test_numpy_and_onnx_read_alike():
    session = onnxruntime.InferenceSession(str(bundled_entry(TILT_WEIGHTS).files["onnx"].path))
    (log_chances,) = session.run(None, {"evidence": EVIDENCE[None].astype(np.float32)})
    assert np.abs(shipped_lean_reader().chances(EVIDENCE) - np.exp(log_chances[0])).max() < 1e-4


def test_chances_are_one_in_all_and_mirrored_evidence_gives_mirrored_ones():
    chances = shipped_lean_reader().chances(EVIDENCE)
    assert chances.sum() == pytest.approx(1.0)
    assert np.allclose(shipped_lean_reader().chances(EVIDENCE[:, ::-1]), chances[::-1])


def test_neighbours_of_the_likeliest_lean_are_it_too():
    assert sure_of(np.array([0.1, 0.2, 0.5, 0.15, 0.05])) == pytest.approx(0.85)
    assert sure_of(np.array([0.6, 0.3, 0.1])) == pytest.approx(0.9)


def test_reader_of_other_evidence_is_refused(tmp_path):
    file = tmp_path / "other.safetensors"
    save_file({"mean": np.zeros(3, np.float32)}, file)
    with pytest.raises(ValueError, match="3 rows"):
        read_lean_reader(file)
