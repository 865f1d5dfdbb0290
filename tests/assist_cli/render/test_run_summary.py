"""What is said after a run."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from assist_cli.render.run_summary import RunSummary, dust_line
from assist_cli.workflows.dust_watch import DustFinding
from assist_cli.workflows.progress import Progress
from index.photo.errors import HINTS, FailureKind, UnreadablePhoto
from scoring.assessors.repeated_spots import RepeatedSpot


def told(*failures, quiet=False, **counts):
    stream = io.StringIO()
    summary = RunSummary(Console(file=stream, width=80, highlight=False, soft_wrap=True))
    for failure in failures:
        summary.note(failure)
    summary.tell(Progress(**counts), quiet=quiet)
    return stream.getvalue()


def test_failures_are_told_by_kind_each_once_with_a_hint():
    text = told(
        UnreadablePhoto(Path("/shoot/a.jpg"), FailureKind.EMPTY, "0 bytes"),
        UnreadablePhoto(Path("/shoot/b.jpg"), FailureKind.TRUNCATED, "ends early"),
        UnreadablePhoto(Path("/shoot/c.jpg"), FailureKind.EMPTY, "0 bytes"),
        failed=3,
    )
    assert text.startswith("3 could not be read\n")
    assert text.count(HINTS[FailureKind.EMPTY]) == 1
    assert [text.count(f"/shoot/{name}.jpg") for name in "abc"] == [1, 1, 1]


def test_a_folder_that_may_not_be_opened_is_not_called_a_photo():
    text = told(
        UnreadablePhoto(Path("/shoot/private"), FailureKind.PERMISSION, "permission denied"), failed=1, scored=3
    )
    assert "1 could not be read" in text
    assert "3 photos: 3 scored" in text


def test_counts_are_one_line():
    text = told(total=9, scored=4, cached=3, failed=2)
    assert text.startswith("7 photos: 4 scored, 3 unchanged, in ")
    assert text.endswith(" photos/s); 2 unreadable\n")
    assert text.count("\n") == 1


def test_a_run_from_the_catalogue_claims_no_pace():
    assert "photos/s" not in told(total=1, cached=1)


def test_quiet_keeps_the_failures_only():
    text = told(UnreadablePhoto(Path("/shoot/a.jpg"), FailureKind.EMPTY, "0 bytes"), quiet=True, failed=1)
    assert "a.jpg" in text
    assert "unreadable" not in text


def test_spots_that_repeat_are_asked_about():
    found = DustFinding("Canon EOS 5D", 9, [RepeatedSpot((0.1, 0.1), 5), RepeatedSpot((0.9, 0.9), 3)])
    assert dust_line(found).plain == (
        "Canon EOS 5D has a faint dark spot in 2 places of the frame, the surest in the upper left of 5 photos. "
        "Dust on the sensor?"
    )
    one = DustFinding("Canon EOS 5D", 9, [RepeatedSpot((0.5, 0.1), 3)])
    assert "in one place of the frame, the top of 3 photos" in dust_line(one).plain


@pytest.mark.parametrize(
    ("vanished", "words"),
    [(1, "1 known photo is gone; its scores are"), (3, "3 known photos are gone; their scores are")],
)
def test_known_photos_that_are_gone_are_told_with_what_forgets_them(vanished, words):
    text = told(total=1, cached=1, vanished=vanished)
    assert f"{words} kept until: assist catalogue prune\n" in text
    assert "gone" not in told(total=1, cached=1)
    assert "gone" not in told(total=1, cached=1, vanished=vanished, quiet=True)
