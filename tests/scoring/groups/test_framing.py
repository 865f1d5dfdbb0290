"""How two glances lie over one another."""

import numpy as np
import pytest

from scoring.groups.framing import framing_of, sweep_of
from scoring.groups.outline import Outline
from tests.scoring.groups.made_shoot import brighter, scene, view


def framing(one, other):
    return framing_of(Outline(one), Outline(other))


def test_a_photo_lies_on_itself():
    found = framing(view(scene(1)), view(scene(1)))
    assert found.agreement == pytest.approx(1.0, abs=0.01)
    assert found.zoom == pytest.approx(1.0, abs=0.01)
    assert np.abs(found.shift).max() < 0.01


def test_a_shift_is_found_in_shares_of_the_frame():
    found = framing(view(scene(1), left=0.2), view(scene(1), left=0.26))
    assert found.shift[0] == pytest.approx(0.1, abs=0.015)
    assert found.shift[1] == pytest.approx(0.0, abs=0.015)
    assert found.agreement > 0.9


def test_a_zoom_is_found():
    found = framing(view(scene(1), left=0.2, top=0.2, width=0.6), view(scene(1), left=0.25, top=0.25, width=0.5))
    assert found.zoom == pytest.approx(1.2, abs=0.03)
    assert found.agreement > 0.9


def test_exposure_does_not_matter():
    grey = view(scene(1))
    assert framing(grey, brighter(grey, 1.5)).agreement > 0.8
    assert framing(grey, brighter(grey, -2.0)).agreement > 0.8


def test_different_scenes_do_not_agree():
    found = [framing(view(scene(seed)), view(scene(seed + 50))) for seed in range(20)]
    assert max(one.agreement for one in found if one.overlap > 0.6) < 0.6


def test_frames_of_a_sweep_are_found_by_their_overlap():
    found = sweep_of(Outline(view(scene(1), left=0.0)), Outline(view(scene(1), left=0.3)), None)
    assert found.shift[0] == pytest.approx(0.5, abs=0.03)
    assert found.overlap == pytest.approx(0.5, abs=0.06)
    assert found.agreement > 0.6


@pytest.mark.parametrize("shape", [(43, 64), (64, 43), (4, 64), (1, 1), (64, 64)])
def test_flat_and_odd_glances_agree_with_nothing(shape):
    found = framing(np.full(shape, 90, np.uint8), view(scene(2)))
    assert np.isfinite(found[1:]).all()
    assert found.agreement < 0.3


def test_frames_that_hardly_move_need_no_fine_search(monkeypatch):
    monkeypatch.setattr("scoring.groups.framing._laid_out", None)
    found = framing(view(scene(1), left=0.2), view(scene(1), left=0.21))
    assert found.agreement > 0.88
    assert found.overlap > 0.9
    assert np.abs(found.shift).max() < 0.06
    with pytest.raises(TypeError):
        framing(view(scene(1)), view(scene(51)))
