"""What `cull --apply` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from assist_cli.render.apply_text import planned_lines, summary_lines, trouble_lines
from assist_cli.workflows.cull.apply_marked import Applied, ApplyRequest
from assist_cli.workflows.cull.apply_plan import Left, PlannedPhoto
from assist_cli.workflows.cull.by import By
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.listed import Listed
from index.journal.entries import Run
from index.journal.move_entries import Deed, PlannedMove

RUN = Run(1, "2026-11-22-1", None, "assist cull")


def photo(name, folder="/p", staying=()):
    source, target = Path(folder) / name, Path("/x") / Path(folder).name / name
    return PlannedPhoto(CullPhoto(source), (PlannedMove(Deed.MOVE, source, source, target),), staying)


@pytest.fixture
def told():
    """The lines of the summary."""

    def call(applied, by=By.MOVE, which=Listed.PICKS, *, dry_run=False):
        request = ApplyRequest([Path("/p")], Path("/c.db"), which, Path("/x"), by, "assist cull")
        return [line.plain for line in summary_lines(applied, request, dry_run=dry_run)]

    return call


def test_summary_counts_and_tells_the_way_back(told):
    applied = Applied(4, [photo("a.JPG"), photo("b.JPG")], 1, [Left(Path("/p/c.JPG"), "it is busy")], run=RUN)
    assert told(applied) == [
        "2 photos (2 files) moved to /x; 1 linked there already; 1 left alone",
        "to take it back: assist undo --run 2026-11-22-1",
    ]


def test_several_folders_are_told_one_by_one(told):
    lines = told(Applied(2, [photo("a.JPG"), photo("a.JPG", "/p/below")]), By.LINK, dry_run=True)
    assert lines == [
        "2 photos (2 files) would be linked in /x",
        "      1  /p -> /x/p",
        "      1  /p/below -> /x/below",
    ]


@pytest.mark.parametrize(
    ("which", "words"),
    [(Listed.REJECTS, "no photo here is rejected"), (Listed.UNDECIDED, "every photo here is decided on")],
)
def test_nothing_chosen_is_told(told, which, words):
    assert told(Applied(), which=which) == [f"nothing to do: {words}"]


def test_troubles_of_one_reason_share_a_line_and_names_cannot_move_the_cursor():
    names = ["a.JPG", "b\x1b.JPG"]
    applied = Applied(3, left=[Left(Path("/p") / name, "the disk is full", "free some space") for name in names])
    assert [line.plain for line in trouble_lines(applied)] == [
        "a.JPG, b?.JPG: left alone: the disk is full (free some space)"
    ]


def test_sidecar_that_stays_and_file_at_both_places_are_told():
    applied = Applied(1, [photo("a.JPG", staying=(Path("/p/a.xmp"),))], doubled=[Left(Path("/p/a.JPG"), "no", "hint")])
    assert [line.plain for line in trouble_lines(applied)] == [
        "/p/a.JPG: is at both places now, for the original could not be taken away: no (hint)",
        "/p/a.xmp: stays: it may be another photo's as well as that of a.JPG",
    ]


def test_plan_is_one_line_a_file():
    assert list(planned_lines(Applied(1, [photo("a\nb.JPG")]))) == ["/p/a?b.JPG -> /x/p/a?b.JPG"]
