"""Marked photos for pipes."""

import pytest

from assist_cli.workflows.cull.list_marked import Listed, list_marked
from assist_cli.workflows.cull.open_session import open_session
from index.photo.marks import Flag


@pytest.fixture
def names(catalog, shoot):
    def call(which):
        return [photo.path.name for photo in list_marked([shoot], catalog, which).photos]

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


def test_what_was_picked_in_an_editor_is_a_pick_and_not_undecided(desk, shoot, names):
    desk.folder = shoot
    desk.adobe("IMG_0003.xmp", flag=Flag.PICK)
    assert names(Listed.PICKS) == ["IMG_0003.JPG"]
    assert "IMG_0003.JPG" not in names(Listed.UNDECIDED)


def test_sidecars_that_cannot_be_read_are_told(shoot, names, caplog):
    (shoot / "IMG_0003.JPG.xmp").write_text("<no packet")
    assert len(names(Listed.UNDECIDED)) == 5
    assert "1 sidecars or folders cannot be read" in caplog.text
