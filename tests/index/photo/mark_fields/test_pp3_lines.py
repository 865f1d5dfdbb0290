"""Profiles changed line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.photo.mark_fields.pp3_lines import pp3_lines, pp3_splices
from index.photo.xmp_edit.splices import applied, reversed_splices


def changed(data, wanted):
    return applied(data, pp3_splices(pp3_lines(data), wanted))


def test_value_is_replaced_where_it_stands():
    before = b"# mine\n[General]\nRank = 3 \nFoo=1\n\n[Crop]\nX=1\n"
    after = changed(before, {("General", "Rank"): "5"})
    assert after == b"# mine\n[General]\nRank = 5 \nFoo=1\n\n[Crop]\nX=1\n"


def test_new_key_goes_to_the_end_of_its_group():
    before = b"[General]\r\nRank=3\r\n\r\n[Crop]\r\nX=1\r\n"
    after = changed(before, {("General", "InTrash"): "true"})
    assert after == b"[General]\r\nRank=3\r\nInTrash=true\r\n\r\n[Crop]\r\nX=1\r\n"


@pytest.mark.parametrize(
    ("before", "gap"), [(b"", b""), (b"[A]\nB=1\n", b"\n"), (b"[A]\nB=1", b"\n\n"), (b"[A]\nB=1\n\n", b"\n")]
)
def test_new_group_goes_to_the_end(before, gap):
    after = changed(before, {("Crop", "X"): "1", ("Crop", "Y"): "2"})
    assert after == before + gap + b"[Crop]\nX=1\nY=2\n"


def test_new_keys_and_new_groups_behind_an_unfinished_line():
    after = changed(b"[General]\nRank=3", {("Crop", "X"): "1", ("General", "InTrash"): "true", ("Other", "Y"): "2"})
    assert after == b"[General]\nRank=3\nInTrash=true\n\n[Crop]\nX=1\n\n[Other]\nY=2\n"


def test_key_that_stands_twice_is_set_in_both_places():
    assert changed(b"[G]\nA=1\nA=2\n", {("G", "A"): "3"}) == b"[G]\nA=3\nA=3\n"
    assert pp3_lines(b"[G]\nA=1\n[H]\n[G]\nA=2\n").text("G", "A") == "2"


def test_mark_in_front_and_odd_bytes_stay():
    before = b"\xef\xbb\xbf[General]\nRank=1\nName=\xe9\xff\n"
    assert changed(before, {("General", "Rank"): "2"}) == before.replace(b"Rank=1", b"Rank=2")


def test_value_that_stands_there_changes_nothing():
    assert pp3_splices(pp3_lines(b"[G]\nA=1\n"), {("G", "A"): "1"}) == ()


LINES = st.sampled_from(
    [
        b"[General]",
        b"[Crop]",
        b" [Crop] ",
        b"[]",
        b"Rank=3",
        b"Rank=",
        b"X = 4",
        b"=5",
        b"# note",
        b"",
        b"Rank",
        b"[open",
        b"Name=\xff;\xe9",
    ]
)


@given(st.lists(LINES, max_size=12), st.sampled_from([b"\n", b"\r\n"]), st.booleans())
def test_every_change_says_what_was_wanted_keeps_the_rest_and_can_be_taken_back(lines, newline, finished):
    before = newline.join(lines) + (newline if finished else b"")
    wanted = {("General", "Rank"): "5", ("Crop", "X"): "10"}
    splices = pp3_splices(pp3_lines(before), wanted)
    after = applied(before, splices)
    assert all(pp3_lines(after).text(*place) == value for place, value in wanted.items())
    others = {place: values[-1].text for place, values in pp3_lines(before).values.items() if place not in wanted}
    assert {p: v[-1].text for p, v in pp3_lines(after).values.items() if p not in wanted} == others
    assert applied(after, reversed_splices(before, splices)) == before
    assert pp3_splices(pp3_lines(after), wanted) == ()
