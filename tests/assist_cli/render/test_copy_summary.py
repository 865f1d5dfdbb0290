"""What is said of a run's copies."""

from pathlib import Path

from assist_cli.render.copy_summary import CopySummary
from assist_cli.workflows.apply_crops import CopyToWrite, RefusedCopy
from index.photo.errors import FailureKind, UnreadablePhoto

REFUSED = RefusedCopy(Path("a.nef"), "A RAW file is cropped in your editor.")


def told(summary, *, quiet=False):
    return [line.plain for line in summary.lines(quiet=quiet)]


def test_copies_are_written_and_counted(tmp_path):
    summary = CopySummary(tmp_path)
    assert list(summary.write([CopyToWrite("a.crop.jpg", b"1"), CopyToWrite("a.crop-4x5.jpg", b"2")])) == [
        tmp_path / "a.crop.jpg",
        tmp_path / "a.crop-4x5.jpg",
    ]
    assert list(summary.write([])) == []
    assert told(summary) == ["2 copies written, 1 photo kept as it is"]


def test_copies_of_an_earlier_run_are_not_told_as_new(tmp_path):
    for _ in range(2):
        summary = CopySummary(tmp_path)
        paths = list(summary.write([CopyToWrite("a.crop.jpg", b"1")]))
    assert paths == []
    assert told(summary) == ["0 copies written, 1 already there from an earlier run"]


def test_copies_among_the_photos_are_said_to_be(tmp_path):
    summary = CopySummary(tmp_path, among_photos=True)
    list(summary.write([CopyToWrite("a.crop.jpg", b"1")]))
    assert "among the photos" in told(summary)[-1]


def test_refused_photos_are_told_once_a_reason_even_when_quiet(tmp_path):
    summary = CopySummary(tmp_path)
    for _ in range(2):
        assert list(summary.write([REFUSED])) == []
    assert told(summary, quiet=True) == [
        "2 photos not copied: A RAW file is cropped in your editor.",
        "    a.nef",
        "    a.nef",
    ]
    assert told(summary)[-1] == "0 copies written"


def test_photo_that_cannot_be_read_any_more_is_a_failure(tmp_path):
    summary, failure = CopySummary(tmp_path), UnreadablePhoto(Path("a.jpg"), FailureKind.MISSING, "it is not there")
    assert list(summary.write([failure])) == []
    assert summary.failures == [failure]
