"""The page of one photo."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from assist_cli.render.photo_page import print_page
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.record import ExifFacts, PhotoRecord, PixelSource
from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.blend import Score
from scoring.rating_distribution import Quality

DIST = (0.0, 0.01, 0.03, 0.10, 0.21, 0.28, 0.22, 0.11, 0.03, 0.01)


@pytest.fixture
def photo():
    exif = ExifFacts("Canon EOS 5D", "EF 85mm f/1.8", datetime(2026, 11, 20, 10, 31, 2), 400, 2.8, 1 / 250, None, 85.0)
    record = PhotoRecord(Path("/shoot/IMG_0412.CR2"), "ab", (4368, 2912), exif, PixelSource.EMBEDDED_PREVIEW)
    assessments = {
        "focus": Assessment(0.74, 0.8, "sharp subject", ("The eye is sharp. " * 8,)),
        "noise": cannot_judge("The preview is too small to judge noise."),
    }
    return ScoredPhoto(record, Quality("nima", DIST), assessments, Score(71.3, 0.83, "focus"), cached=False)


def page(photo, width=80):
    stream = io.StringIO()
    print_page(Console(file=stream, width=width, highlight=False), photo)
    return stream.getvalue()


def test_it_says_score_camera_settings_and_where_the_pixels_came_from(photo):
    text = page(photo)
    assert "IMG_0412.CR2  ★★★★☆  71 of 100 · rated above 83 % of photos" in text
    for fact in (
        "Canon EOS 5D",
        "85 mm",
        "f/2.8",
        "1/250 s",
        "ISO 400",
        "2026-11-20 10:31:02",
        "4368 x 2912",
        "preview",
    ):
        assert fact in text


def test_the_rating_distribution_has_a_bar_a_rating(photo):
    lines = [line for line in page(photo).splitlines() if line.endswith(" %") and line[2:4].strip().isdigit()]
    assert [int(line[2:4]) for line in lines] == list(range(10, 0, -1))
    assert max(lines, key=lambda line: line.count("█"))[2:4] == " 6"


def test_each_factor_has_level_confidence_and_reason(photo):
    text = page(photo)
    assert "sharp subject" in text
    assert "80 % sure" in text
    assert "The eye is sharp." in text


def test_an_abstention_says_so_and_shows_no_bar_or_number(photo):
    (line,) = [line for line in page(photo).splitlines() if line.startswith("noise")]
    assert line.split() == ["noise", "╌", "cannot", "judge"]


@pytest.mark.parametrize("width", [80, 100])
def test_reasons_wrap_at_the_width_of_the_terminal(photo, width):
    lines = page(photo, width).splitlines()
    assert all(cell_len(line) <= width for line in lines if line.startswith("  The"))
