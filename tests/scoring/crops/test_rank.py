"""The shipped ranker, run by numpy, is the trained one."""

import numpy as np
import onnxruntime
import pytest
from safetensors.numpy import save_file

from scoring.crops.features import NAMES
from scoring.crops.rank import read_ranker, shipped_ranker
from weights.registry import CROP_WEIGHTS, bundled_entry


def test_numpy_and_onnx_rank_alike():
    features = np.random.default_rng(5).normal(0.3, 2.0, (50, len(NAMES)))
    session = onnxruntime.InferenceSession(str(bundled_entry(CROP_WEIGHTS).files["onnx"].path))
    (worth,) = session.run(None, {"features": features.astype(np.float32)})
    assert np.abs(shipped_ranker().values(features) - worth).max() < 1e-4


def test_ranker_of_other_features_is_refused(tmp_path):
    file = tmp_path / "other.safetensors"
    few = np.zeros(3, np.float32)
    save_file({"mean": few, "sd": few + 1, "first.weight": np.zeros((2, 3), np.float32)}, file)
    with pytest.raises(ValueError, match="3 features"):
        read_ranker(file)
