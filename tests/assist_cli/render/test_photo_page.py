"""The page of one photo."""

import io
import re
from dataclasses import replace
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


def page(photo, width=80, encoding="utf-8"):
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    print_page(Console(file=stream, width=width, highlight=False), photo)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)


def test_it_says_score_camera_settings_and_where_the_pixels_came_from(photo):
    text = page(photo)
    assert "IMG_0412.CR2  ★★★★☆  71 of 100  rated above 83 % of photos" in text
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


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [24, 30, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_the_histogram_stays_whole(photo, width, encoding):
    lines = page(photo, width, encoding).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    assert len([line for line in lines if re.match(r" +\d+ [^a-z]+ +\d+\.\d %( |$)", line)]) == 10


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_lines_end_after_whole_words(photo, width):
    told = page(photo, width).split()
    sentences = [reason for said in photo.assessments.values() for reason in said.reasons]
    for text in (*sentences, "Canon EOS 5D", "EF 85mm f/1.8", "80 % would rate it 6 or higher"):
        assert set(text.split()) <= set(told)


def test_a_narrow_terminal_has_level_and_certainty_on_their_own_line(photo):
    lines = page(photo, 40).splitlines()
    assert "  sharp subject, 80 % sure" in lines


def test_a_wide_terminal_has_reasons_beside_their_factor(photo):
    (line,) = [line for line in page(photo, 120).splitlines() if line.startswith("noise")]
    assert line.endswith("The preview is too small to judge noise.")


def test_it_names_the_partner_files(photo):
    assert "with" not in page(photo).split()
    record = replace(photo.record, companions=(Path("/shoot/IMG_0412.JPG"), Path("/shoot/IMG_0412.HEIC")))
    assert "\nwith IMG_0412.JPG and IMG_0412.HEIC\n" in page(replace(photo, record=record))


def test_pixels_that_are_all_the_picture_has_are_no_news(photo):
    whole = replace(photo, record=replace(photo.record, pixel_source=PixelSource.FULL))
    assert "Judged from" in page(photo)
    assert "Judged from" not in page(whole)


def test_a_long_path_is_whole_and_goes_on_after_a_folder(photo):
    path = Path("/home/somebody/pictures/2026/autumn/wedding/IMG_0412.CR2")
    lines = page(replace(photo, record=replace(photo.record, path=path)), 40).splitlines()
    assert "".join(line.strip() for line in lines[2:4]) == str(path)
    assert lines[2].endswith("/")


@pytest.mark.parametrize(("size_px", "warned"), [((31, 400), True), ((400, 31), True), ((32, 32), False)])
def test_a_picture_too_small_for_a_photo_is_told_before_its_rating(photo, size_px, warned):
    text = page(replace(photo, record=replace(photo.record, size_px=size_px)))
    assert ("hardly a photo" in text.partition("How people would rate it")[0]) is warned


def test_plain_ascii_spells_what_it_cannot_draw(photo):
    said = Assessment(0.5, 0.8, "tilted horizon", ("The horizon tilts 1.8°.",))
    text = page(replace(photo, assessments={"composition": said}), 80, "ascii")
    assert "tilts 1.8 deg." in text
    assert text.isascii()
