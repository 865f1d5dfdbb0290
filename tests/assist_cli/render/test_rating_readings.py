"""The three readings as lines."""

import pytest
from rich.cells import cell_len

from assist_cli.render.bars import ASCII, UNICODE
from assist_cli.render.rating_readings import LABELS, reading_lines
from scoring.rating_distribution import Quality

SPREAD = Quality("nima", (0.1,) * 10)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [22, 38, 54, 78, 200])
def test_every_reading_has_its_label_and_fits(width, glyphs):
    lines = [line.plain for line in reading_lines(SPREAD, width, glyphs)]
    starts = [line for line in lines if not line.startswith(" ")]
    assert [next(label for label in LABELS if line.startswith(label)) for line in starts] == list(LABELS)
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [22, 78])
def test_every_number_is_told(width):
    told = " ".join(line.plain for line in reading_lines(SPREAD, width, UNICODE))
    for number in ("50 %", "mean 5.5", "median 5.5", "sd 2.9", "skewness +0.0", "kurtosis -1.2"):
        assert number in told
