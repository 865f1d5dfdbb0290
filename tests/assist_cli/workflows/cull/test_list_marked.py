"""Marked photos for pipes."""

import pytest

from assist_cli.workflows.cull.list_marked import Listed, list_marked
from assist_cli.workflows.cull.open_session import open_session
from index.photo.marks import Flag


@pytest.fixture
def names(catalog, shoot):
    def call(which):
        return [photo.path.name for photo in list_marked([shoot], catalog, which)]

    return call


def test_picks_rejects_and_what_is_left_are_listed(catalog, shoot, names):
    with open_session([shoot], catalog) as session:
        session.set_flag(Flag.PICK)
        session.set_flag(Flag.REJECT)
        session.set_rating(3)
    assert names(Listed.PICKS) == ["IMG_0000.JPG"]
    assert names(Listed.REJECTS) == ["IMG_0001.JPG"]
    assert names(Listed.UNDECIDED) == ["IMG_0002.JPG", "IMG_0003.JPG", "IMG_0004.JPG"]


def test_where_nobody_marked_anything_no_pick_is_listed(names):
    assert names(Listed.PICKS) == []
    assert len(names(Listed.UNDECIDED)) == 5
