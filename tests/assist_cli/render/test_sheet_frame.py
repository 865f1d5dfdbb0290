"""One photo of a contact sheet says what was decided and why, and nothing that was not."""

import base64

import pytest

from assist_cli.render.sheet_frame import Among, frame_html
from tests.assist_cli.sheet_samples import ReadPage, a_frame, a_picture

UNDECIDED = ("badge", "place")


def shown(frame, frames=None):
    frames = frames or (frame,)
    return ReadPage(frame_html(frame, frames.index(frame), Among(frames, 7)))


def facts_of(read, tag):
    return [facts for name, facts, _ in read.elements if name == tag]


def test_frame_html_holds_the_picture_itself_under_the_photos_name():
    (image,) = facts_of(shown(a_frame("A & B.JPG")), "img")
    kind, _, data = image["src"].partition(",")
    assert (kind, base64.b64decode(data)) == ("data:image/jpeg;base64", a_picture())
    assert image["alt"] == "A & B.JPG"
    assert (image["width"], image["height"]) == ("6000", "4000")


def test_frame_html_says_so_where_a_photo_cannot_be_read():
    read = shown(a_frame(picture=None, size_px=(0, 0)))
    assert read.texts("p", "facts") == ["14:02:03"]
    assert "This photo could not be read." in read.texts("div", "blank")
    assert not facts_of(read, "img")
    assert not facts_of(read, "button")


@pytest.mark.parametrize(
    ("decision", "words"),
    [("keeper", "Keeper"), ("alternate", "Alternate"), ("reject_candidate", "Reject candidate")],
)
def test_frame_html_says_the_decision_in_words(decision, words):
    frame = a_frame(decision=decision, rank=2)
    read = shown(frame, (a_frame("other.JPG", rank=1, decision="keeper"), frame, a_frame("single.JPG")))
    assert read.texts("span", "badge") == [words]
    assert read.texts("span", "place") == ["2nd of 2"]
    assert len(read.texts("figure", decision)) == 1


def test_frame_html_decides_nothing_by_itself():
    read = shown(a_frame())
    assert not any(read.texts("span", kind) for kind in UNDECIDED)
    assert not read.texts("ul")
    assert not read.texts("p", "tie")


def test_frame_html_gives_folder_time_and_size():
    (facts,) = shown(a_frame(folder="day <2>")).texts("p", "facts")
    assert facts.replace("\N{NO-BREAK SPACE}", " ") == "day <2> · 14:02:03 · 6000 \N{MULTIPLICATION SIGN} 4000"


def test_the_name_of_the_better_frame_leads_to_it():
    worse = a_frame("A_1.JPG", reasons=("eyes sharper in <B>_1.JPG (0.3)", "darker"), better="<B>_1.JPG")
    read = shown(worse, (a_frame("first.JPG"), worse, a_frame("<B>_1.JPG")))
    assert read.texts("li") == ["eyes sharper in <B>_1.JPG (0.3)", "darker"]
    assert [(facts["href"], text) for name, facts, text in read.elements if name == "a"] == [("#f9", "<B>_1.JPG")]


@pytest.mark.parametrize("better", ["elsewhere.JPG", "A.JPG", None, ""])
def test_no_reason_leads_to_a_frame_that_is_not_shown_or_to_its_own(better):
    frame = a_frame("A.JPG", reasons=("softer than elsewhere.JPG, not A.JPG",), better=better)
    read = shown(frame)
    assert read.texts("li") == ["softer than elsewhere.JPG, not A.JPG"]
    assert not facts_of(read, "a")
