"""Drafts as sixels: large pixels at full size."""

from __future__ import annotations

import numpy as np
import pytest

from assist_cli.pictures.drawing import draw
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.sixel_draft import draft_sixels
from assist_cli.pictures.terminal import Terminal
from tests.assist_cli.pictures.test_sixel import decoded


@pytest.mark.parametrize("size", [(180, 120), (181, 119), (200, 7)])
def test_draft_is_drawn_at_full_size_to_the_last_line(size):
    rgb = np.zeros((4, 6, 3), np.uint8)
    rgb[:, 3:] = 255
    shown = decoded(draft_sixels(rgb, size))
    middle = size[0] // 2
    assert shown.shape == (size[1], size[0], 3)
    assert 0 <= shown[:, : middle - 1].min() <= shown[:, : middle - 1].max() < 5
    assert shown[:, middle + 1 :].min() > 95


def test_small_picture_is_drawn_as_a_draft_and_a_large_one_is_not():
    grain = np.random.default_rng(1).integers(0, 255, (120, 180, 3), np.uint8)
    draft, photo = (draw(rgb, (18, 6), Terminal(Protocol.SIXEL)) for rgb in (grain[::10, ::10], grain))
    assert draft.cells == photo.cells == (18, 6)
    assert len(draft.sequence) < len(photo.sequence) / 2
