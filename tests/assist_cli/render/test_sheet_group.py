"""Groups of a contact sheet: the best first where frames are ranked, as taken where they are not."""

from dataclasses import replace

import pytest

from assist_cli.render.sheet_contents import SheetGroup
from assist_cli.render.sheet_group import group_html, shown_order, singles_html
from scoring.groups.group import GroupKind
from tests.assist_cli.sheet_samples import ReadPage, a_bracket, a_burst, a_frame

WIDE, TALL, SQUARE = (6000, 4000), (3000, 4000), (512, 512)


def names(read):
    return read.texts("p", "name")


def test_a_ranked_group_shows_the_best_first_and_ties_as_they_were_taken():
    read = ReadPage("".join(group_html(a_burst(), 0)))
    assert names(read) == ["B.JPG", "D.JPG", "A.JPG", "C.JPG"]
    assert read.texts("p", "tie") == ["as good as D.JPG", "as good as B.JPG"]


def test_a_frame_without_rank_comes_after_the_ranked_ones():
    assert [frame.name for frame in shown_order((a_frame("x"), a_frame("b", rank=2), a_frame("a", rank=1)))] == [*"abx"]


def test_a_set_that_is_kept_whole_is_shown_as_taken():
    read = ReadPage("".join(group_html(a_bracket(), 0)))
    assert names(read) == ["M0.JPG", "M1.JPG", "M2.JPG"]
    assert len(read.texts("section", "whole")) == 1


def test_the_heading_says_what_kind_of_group_it_is_and_why():
    read = ReadPage("".join(group_html(replace(a_burst(), reason="<4> frames & same framing"), 0)))
    assert read.texts("h2") == ["Burst · <4> frames & same framing"]
    assert read.texts("p", "tally") == ["2 keepers, 1 alternate, 1 reject candidate"]


def test_frames_are_numbered_on_from_the_groups_before():
    read = ReadPage("".join(group_html(a_burst(), 10)))
    assert [facts["id"] for name, facts, _ in read.elements if name == "figure"] == ["f10", "f11", "f12", "f13"]


@pytest.mark.parametrize(
    ("sizes_px", "shape"),
    [((WIDE, WIDE), "wide"), ((TALL, TALL), "tall"), ((WIDE, TALL), "mixed"), ((SQUARE, SQUARE), "mixed")],
)
def test_the_places_have_the_shape_of_the_pictures(sizes_px, shape):
    group = SheetGroup(GroupKind.BURST, "2 frames", tuple(a_frame(size_px=size_px) for size_px in sizes_px))
    assert len(ReadPage("".join(group_html(group, 0))).texts("section", shape)) == 1


def test_singles_come_one_after_the_other_without_places():
    read = ReadPage("".join(singles_html(iter([a_frame("A.JPG"), a_frame("B.JPG", decision="keeper")]), 3)))
    assert names(read) == ["A.JPG", "B.JPG"]
    assert [facts["id"] for name, facts, _ in read.elements if name == "figure"] == ["f3", "f4"]
    assert len(read.texts("section", "singles")) == 1


def test_without_singles_there_is_no_section_for_them():
    assert list(singles_html(iter(()), 0)) == []
