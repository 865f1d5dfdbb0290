"""Splices change what they name, and can be turned round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.photo.xmp_edit.splices import Splice, applied, reversed_splices


@st.composite
def data_and_splices(draw):
    data = draw(st.binary(max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(data)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return data, [Splice(start, end, draw(st.binary(max_size=9))) for start, end in pairs]


@given(data_and_splices())
def test_splices_turned_round_bring_the_old_bytes_back(case):
    data, splices = case
    assert applied(applied(data, splices), reversed_splices(data, splices)) == data


def test_splices_replace_only_what_they_name():
    assert applied(b"0123456789", [Splice(1, 3, b"ab"), Splice(5, 5, b"+"), Splice(9, 10, b"")]) == b"0ab34+5678"


@pytest.mark.parametrize("splices", [[Splice(3, 5, b""), Splice(4, 6, b"")], [Splice(2, 9, b"")], [Splice(2, 1, b"")]])
def test_splices_that_overlap_or_lie_outside_are_refused(splices):
    with pytest.raises(ValueError, match="splices"):
        applied(b"0123456", splices)
