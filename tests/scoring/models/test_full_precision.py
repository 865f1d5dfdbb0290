"""TF32 is off inside, and as it was outside."""

import pytest
import torch

from scoring.models.full_precision import full_precision


@pytest.fixture
def convolutions_use_tf32():
    """Reads torch's setting by whichever name this release gives it."""

    def read():
        cudnn = torch.backends.cudnn
        return cudnn.conv.fp32_precision == "tf32" if hasattr(cudnn, "conv") else cudnn.allow_tf32

    return read


def test_convolutions_use_tf32_outside_only(convolutions_use_tf32):
    assert convolutions_use_tf32(), "torch's own default"
    with full_precision():
        assert not convolutions_use_tf32()
    assert convolutions_use_tf32()


def test_the_setting_comes_back_after_an_error(convolutions_use_tf32):
    with pytest.raises(RuntimeError, match="out of memory"), full_precision():
        raise RuntimeError("out of memory")
    assert convolutions_use_tf32()
