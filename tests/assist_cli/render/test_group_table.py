"""Groups as a list for people."""

import pytest

from assist_cli.render.group_table import MOST_NAMES, counts, group_lines
from assist_cli.workflows.grouped_shoot import GroupedShoot
from scoring.groups.group import Group, GroupKind
from tests.assist_cli.made_shoot import BURST, grouped, photos


def lines(shoot, width=100):
    return [line.plain for line in group_lines(shoot, width)]


def test_each_group_has_a_heading_with_its_evidence_and_its_photos_below():
    assert lines(grouped())[:5] == [
        "Burst: 3 frames in 0.4 s, same framing",
        "  IMG_0.JPG  IMG_1.JPG  IMG_2.JPG",
        "",
        "Exposure bracket: 2 exposures from -2 to +2 EV (kept whole)",
        "  IMG_3.JPG  IMG_4.JPG",
    ]


def test_last_line_counts_groups_and_the_photos_in_none():
    assert counts(grouped()) == "8 photos: 1 burst, 1 set of duplicates, 1 exposure bracket; 1 photo in no group"
    assert counts(GroupedShoot(photos(2), [])) == "2 photos: no groups; 2 photos in no group"


def test_burst_of_hundreds_is_told_by_its_ends():
    members = tuple(range(300))
    shown = " ".join(lines(GroupedShoot(photos(300), [Group(GroupKind.BURST, members, "300 frames")])))
    assert f"... {300 - MOST_NAMES} more ..." in shown
    assert "IMG_0.JPG" in shown
    assert "IMG_299.JPG" in shown
    assert "IMG_150.JPG" not in shown


@pytest.mark.parametrize("width", [100, 60, 40, 24])
def test_lines_stay_within_the_width_and_lose_no_word(width):
    rows = lines(grouped(), width)
    assert max(map(len, rows)) <= width
    assert [word for row in rows for word in row.split()] == [word for row in lines(grouped()) for word in row.split()]


def test_that_a_set_is_kept_whole_is_never_broken_off_its_bracket():
    assert "  (kept whole)" in lines(grouped(), 50)


def test_folder_in_which_nothing_can_be_read_has_no_counts():
    assert lines(GroupedShoot([], [])) == ["No photo could be read."]


def test_photos_of_several_folders_are_told_apart():
    both = [*photos(2, "/shoot/a"), *photos(1, "/shoot/b")]
    assert "a/IMG_0.JPG  a/IMG_1.JPG  b/IMG_0.JPG" in lines(GroupedShoot(both, [BURST]))[1]
