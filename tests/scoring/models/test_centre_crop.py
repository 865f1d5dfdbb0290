"""The middle square is cut out of any picture that is large enough."""

import pytest
import torch

from scoring.models.centre_crop import CentreCrop


@pytest.mark.parametrize(("height", "width", "top", "left"), [(8, 8, 0, 0), (8, 14, 0, 3), (13, 8, 2, 0)])
def test_crop_is_the_middle(height, width, top, left):
    picture = torch.arange(height * width).reshape(1, 1, height, width)
    assert torch.equal(CentreCrop(8)(picture), picture[:, :, top : top + 8, left : left + 8])
