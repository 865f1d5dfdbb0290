"""What stands beside the photo, however much room there is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from assist_cli.render.bars import UNICODE
from assist_cli.screens.panel_lines import PanelFacts, headline, panel_lines, thin_bar
from assist_cli.workflows.cull.cull_photo import CullPhoto, PhotoAdvice
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import Flag, Marks
from index.photo.record import ExifFacts, PhotoRecord
from scoring.assessment import Assessment, cannot_judge
from scoring.groups.group import GroupKind
from scoring.ranking.blend import Score
from scoring.ranking.picks.choice import Decision
from scoring.rating_distribution import Quality

PATH = Path("/shoot/DSCF0412.JPG")
EXIF = ExifFacts(camera="Fujifilm X-T4", f_number=2.8, exposure_time_s=0.002, iso=400)
SAID = {
    "focus": Assessment(0.15, 0.9, "soft", ("Nothing is sharp.",)),
    "light": Assessment(0.85, 0.9, "normal", ("Normal contrast.",)),
    "faces": cannot_judge("No faces."),
}
SCORED = ScoredPhoto(
    PhotoRecord(PATH, "picture", (6000, 4000), EXIF),
    Quality("some.weights", (0.1,) * 10),
    SAID,
    Score(42.0, None, None),
    True,
)
ADVICE = PhotoAdvice(
    Decision.REJECT_CANDIDATE,
    GroupKind.BURST,
    4,
    ("much softer than DSCF0401.JPG",),
    "one",
    Path("/shoot/DSCF0401.JPG"),
)
PHOTO = CullPhoto(PATH, exif=EXIF, scored=SCORED, advice=ADVICE, marks=Marks(flag=Flag.PICK))


def shown(photo=PHOTO, width=46, height=40, **facts):
    told = PanelFacts(photo, 2, 17, 4, 2, is_scoring=facts.pop("is_scoring", False), **facts)
    return [line.plain for line in panel_lines(told, width, height, UNICODE)]


def test_marks_of_the_person_come_before_our_advice():
    lines = shown()
    assert lines[0].split() == ["DSCF0412.JPG", "2/17"]
    assert lines[1] == "✓ pick"
    assert lines[3] == "▽ reject? · 4th of 4"
    assert lines[4] == "Much softer than DSCF0401.JPG."
    assert lines[5] == "better in this burst: DSCF0401"


def test_verdict_factors_reason_and_camera_follow():
    text = "\n".join(shown())
    assert "42 of 100" in text
    assert "not judged" in text
    assert "Nothing is sharp." in text
    assert "f/2.8 · 1/500 s · ISO 400" in text


@pytest.mark.parametrize("height", range(1, 30))
def test_little_room_keeps_name_marks_and_advice(height):
    lines = shown(width=28, height=height)
    assert len(lines) <= height
    kept = ["DSCF0412.JPG", "✓ pick", "▽ reject?", "better in this burst: 0401"]
    for words in kept[: min(height, 4)]:
        assert any(line.startswith(words) for line in lines), lines


@pytest.mark.parametrize("width", [8, 16, 28, 60])
def test_no_line_is_wider_than_the_panel(width):
    assert all(cell_len(line) <= width for line in shown(width=width))


def test_reason_that_is_cut_says_so():
    long = replace(PHOTO, advice=replace(ADVICE, reasons=("softer on the subject " * 9,)))
    assert any(line.endswith("…") for line in shown(long, width=28, height=9))


def test_photo_that_is_still_judged_says_so():
    assert "Being judged …" in shown(CullPhoto(PATH), is_scoring=True)
    assert "Being judged …" not in shown(CullPhoto(PATH))


def test_unreadable_photo_says_what_to_do():
    broken = CullPhoto(PATH, trouble=UnreadablePhoto(PATH, FailureKind.TRUNCATED, "the file ends early"))
    assert "copy it again from the card" in " ".join(shown(broken))


def test_overlay_explains_itself():
    assert "Nothing is clipped." in shown(caption="Nothing is clipped.")


def test_headline_has_the_most_of_it_in_one_line():
    told = PanelFacts(PHOTO, 2, 17, 4, 2, is_scoring=False)
    assert headline(told, 80, UNICODE).plain == "DSCF0412.JPG  ✓ pick  ▽ reject? · 4th of 4"
    assert cell_len(headline(told, 20, UNICODE).plain) == 20


@pytest.mark.parametrize(("value", "drawn"), [(0.0, ""), (0.25, "━"), (0.4, "━╸"), (1.0, "━━━━"), (2.0, "━━━━")])
def test_thin_bar_counts_halves(value, drawn):
    assert thin_bar(value, 4) == drawn
