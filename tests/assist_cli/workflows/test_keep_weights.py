"""What a conversion needs is known before it begins."""

import pytest

from assist_cli.workflows.keep_weights import require_packages
from weights.errors import WeightsError
from weights.public_checkpoint import find_public_checkpoint


@pytest.mark.parametrize(
    ("name", "missing"),
    [("nima_mobilenet_v1.ava_idealo", "onnx, h5py"), ("tanet.ava", "onnx"), ("yunet.2023mar", None)],
)
def test_packages_are_asked_for_by_what_the_file_is(monkeypatch, name, missing):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    if missing is None:
        require_packages(find_public_checkpoint(name))
    else:
        with pytest.raises(WeightsError, match=f"not installed: {missing}$"):
            require_packages(find_public_checkpoint(name))
