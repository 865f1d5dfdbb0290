"""The way back is as small as the change, exact, and refused where it would not lead back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.journal.back_splices import packed, unpacked
from index.photo.xmp_edit.splices import Splice, applied


@st.composite
def changes(draw):
    before = draw(st.binary(max_size=80))
    cuts = sorted(draw(st.lists(st.integers(0, len(before)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return before, [Splice(start, end, draw(st.binary(max_size=9))) for start, end in pairs]


@given(changes())
def test_way_back_leads_to_the_bytes_before(change):
    before, splices = change
    after = applied(before, splices)
    if after != before:
        assert applied(after, unpacked(packed(before, after, splices))) == before


def test_file_that_is_made_needs_nothing_but_its_length():
    way_back = packed(None, b"new" * 1000, ())
    assert applied(b"new" * 1000, unpacked(way_back)) == b""
    assert len(way_back) < 40


@pytest.mark.parametrize("content", [b"all of it\n[[0, 1, 2]]\n", b""])
def test_file_that_is_taken_away_is_kept_whole(content):
    assert applied(b"", unpacked(packed(content, None, ()))) == content


def test_way_back_of_a_large_file_is_small():
    before = b"<masks>" * 300_000 + b'xmp:Rating="1"'
    splice = Splice(len(before) - 2, len(before) - 1, b"4")
    assert len(packed(before, applied(before, [splice]), [splice])) < 60


@pytest.mark.parametrize(
    ("before", "after", "splices"),
    [(b"same", b"same", ()), (None, None, ()), (b"old", b"new", ()), (b"old", b"new", [Splice(1, 2, b"x")])],
)
def test_what_could_not_be_taken_back_is_a_mistake(before, after, splices):
    with pytest.raises(ValueError, match=r"changes nothing|lead back"):
        packed(before, after, splices)


@pytest.mark.parametrize("damage", [b"", b"not zlib", packed(b"old", b"new", [Splice(0, 3, b"new")])[:-3]])
def test_damaged_way_back_is_told(damage):
    with pytest.raises(ValueError, match="damaged"):
        unpacked(damage)
