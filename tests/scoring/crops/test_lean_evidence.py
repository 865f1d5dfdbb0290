"""The evidence for each lean, upright and horizontal lines and the horizon together."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.crops.lean_evidence import ROWS, lean_evidence
from scoring.crops.lean_votes import CHANNELS, FAR_ROW, LEANS_DEG
from tests.scoring.crops.drawn_scenes import forest, sea, wall


@pytest.mark.parametrize("tilt_deg", [-5.0, 0.0, 3.0])
def test_upright_and_level_lines_of_a_wall_speak_for_its_tilt(tilt_deg):
    rows = lean_evidence(wall(tilt_deg)).rows
    assert rows.shape == (ROWS, len(LEANS_DEG))
    assert LEANS_DEG[rows[FAR_ROW].argmax()] == pytest.approx(tilt_deg, abs=0.5)
    assert LEANS_DEG[rows[CHANNELS + FAR_ROW].argmax()] == pytest.approx(tilt_deg, abs=0.5)


def test_horizon_speaks_in_a_row_of_its_own():
    assert LEANS_DEG[lean_evidence(sea(2.0)).rows[-1].argmax()] == pytest.approx(2.0, abs=0.5)
    assert lean_evidence(forest()).rows[-1].max() == 0.0


def test_a_mirrored_picture_has_mirrored_evidence():
    picture = wall(3.0)
    mirrored = lean_evidence(np.ascontiguousarray(picture[:, ::-1])).rows
    assert np.abs(mirrored - lean_evidence(picture).rows[:, ::-1]).mean() < 0.05
