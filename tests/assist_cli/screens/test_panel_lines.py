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
    assert lines[1] == "yours  ✓ pick"
    assert lines[2] == "ours   ▽ reject? · 4th of 4"
    assert lines[3] == "Much softer than DSCF0401.JPG."
    assert lines[4] == "Better in this burst: DSCF0401"


def test_better_frame_is_told_with_what_it_is_better_at():
    sharp = {**SAID, "focus": Assessment(0.8, 0.9, "good", ("Sharp.",))}
    better = replace(PHOTO, scored=replace(SCORED, assessments=sharp))
    assert "Better in this burst: DSCF0401  focus +65" in shown(better=better)
    assert "Better in this burst: 0401  focus +65" in shown(better=better, width=38)
    assert "Better in this burst: DSCF0401" in shown(better=better, width=30)
    assert "Better in this burst: DSCF0401" in shown(better=PHOTO)


def test_a_frame_that_is_as_good_is_not_called_better():
    best = ADVICE.better
    tied = replace(ADVICE, rank=1, reasons=("as good as DSCF0401.JPG: your choice",), better=best, tied_with=(best,))
    lines = shown(replace(PHOTO, advice=tied))
    assert lines[3] == "As good as DSCF0401.JPG: your choice."
    assert lines[4] == "Frame 2 of 4 in this burst."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (GroupKind.BRACKET, "Frame 2 of 4 in this bracket."),
        (GroupKind.FOCUS_STACK, "Frame 2 of 4 in this focus stack."),
        (GroupKind.NEAR_DUPLICATE, "Frame 2 of 4 that are much alike."),
        (GroupKind.DUPLICATE, "Frame 2 of 4 with the same picture."),
    ],
)
def test_place_among_frames_is_told_as_a_sentence(kind, words):
    assert words in shown(replace(PHOTO, advice=replace(ADVICE, kind=kind, better=None)))


def test_rating_is_told_as_what_people_would_say():
    assert "50 % of people would rate it 6 to 10." in shown()


def test_reason_is_whole_where_there_is_room():
    long = "Pale tones fill half of the frame: " + "if they are snow they could be brighter " * 6
    said = {"exposure": Assessment(0.3, 0.9, "dark", (long,))}
    told = " ".join(shown(replace(PHOTO, scored=replace(SCORED, assessments=said)), height=60))
    assert " ".join(told.split()).count("they could be brighter") == 6
    cut = [shown(replace(PHOTO, scored=replace(SCORED, assessments=said)), height=height) for height in range(8, 30)]
    assert any(line.endswith("…") for lines in cut for line in lines)


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
    kept = ["DSCF0412.JPG", "yours  ✓ pick", "ours   ▽ reject?", "Better in this burst: 0401"]
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
    assert "Not judged yet." in shown(CullPhoto(PATH))


def test_photo_that_waits_for_its_moment_says_so():
    assert "Its moment is still being compared …" in shown(replace(PHOTO, advice=None), is_scoring=True)


def test_words_have_no_colour_of_their_own():
    lines = panel_lines(PanelFacts(PHOTO, 2, 17, 4, 2, is_scoring=False), 46, 40, UNICODE)
    coloured = {
        line.plain[span.start : span.end]
        for line in lines
        for span in line.spans
        if any(colour in str(span.style) for colour in ("cyan", "yellow", "green"))
    }
    assert not any(letter.isalnum() for text in coloured for letter in text)


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
