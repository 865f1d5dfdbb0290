"""Rows for a spreadsheet."""

import csv
import io
from pathlib import Path

from assist_cli.render.photo_csv import PhotoCsv
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.record import ExifFacts, PhotoRecord, PixelSource
from scoring.assessment import Assessment
from scoring.ranking.blend import Score
from scoring.rating_distribution import Quality


def rows_of(*outcomes):
    stream = io.StringIO(newline="")
    table = PhotoCsv(stream, ["focus", "noise"])
    for outcome in outcomes:
        table.write(table.row(outcome))
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def photo(lens="50 mm", **record_fields):
    said = {"focus": Assessment(0.25, 0.5, "soft", ('Soft, "even" here.',))}
    record = PhotoRecord(Path("/shoot/a,b.jpg"), "ab12", (6, 4), ExifFacts(lens=lens, iso=400), **record_fields)
    return ScoredPhoto(record, Quality("w", (0.1,) * 10), said, Score(50.0, 0.5, "focus"), cached=True)


def test_a_photo_is_one_row_with_a_column_a_fact():
    (row,) = rows_of(photo())
    assert row["path"] == "/shoot/a,b.jpg"
    assert (row["status"], row["score"], row["focus_value"], row["iso"]) == ("cached", "50.0", "0.25", "400")
    assert row["focus_reason"] == 'Soft, "even" here.'


def test_what_is_not_known_is_empty():
    (row,) = rows_of(photo())
    assert (row["noise_value"], row["camera"], row["error_kind"]) == ("", "", "")


def test_partner_files_and_the_source_of_the_pixels_are_told():
    partners = (Path("/shoot/a,b.heic"), Path("/shoot/a,b.nef"))
    (row,) = rows_of(photo(pixel_source=PixelSource.EMBEDDED_PREVIEW, companions=partners))
    assert (row["companions"], row["pixel_source"]) == ("a,b.heic;a,b.nef", "embedded_preview")
    (row,) = rows_of(photo())
    assert (row["companions"], row["pixel_source"]) == ("", "full")


def test_nothing_is_written_before_the_first_row():
    stream = io.StringIO(newline="")
    table = PhotoCsv(stream, ["focus"])
    assert stream.getvalue() == ""
    for _row in range(2):
        table.write(table.row(photo()))
    assert stream.getvalue().count("path,status") == 1


def test_an_unreadable_photo_keeps_its_row():
    (row,) = rows_of(UnreadablePhoto(Path("/shoot/x.jpg"), FailureKind.EMPTY, "0 bytes"))
    assert (row["status"], row["error_kind"], row["score"]) == ("failed", "empty", "")


def test_text_that_a_spreadsheet_would_run_is_disarmed():
    (row,) = rows_of(photo(lens="=HYPERLINK(1)"))
    assert row["lens"] == "'=HYPERLINK(1)"
