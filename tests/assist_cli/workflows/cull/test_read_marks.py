"""Marks in sidecars that nobody has read yet come into a cull, and take nothing from the person in it."""

from __future__ import annotations

import pytest

from assist_cli.workflows import read_photos
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.read_marks import MarksRead, read_marks
from assist_cli.workflows.cull.save_marks import SaveRequest, save_marks
from index.photo.marks import Flag, Marks


@pytest.fixture
def desk(desk, shoot):
    """Editors that write beside the photos of the cull."""
    desk.folder = shoot
    return desk


@pytest.fixture
def session(catalog, shoot):
    with open_session([shoot], catalog) as opened:
        yield opened


@pytest.fixture
def read(session, catalog, shoot):
    """Reads as the background of a cull does; `session` looks again afterwards."""

    def call(is_wanted=lambda: True):
        told = read_marks([*session.photos], [shoot], catalog, is_wanted)
        session.look_again()
        return told

    return call


def test_photos_that_were_never_scored_show_what_their_sidecars_say(session, read, desk, shoot):
    desk.darktable("IMG_0001.JPG.xmp", rating=4, labels=("Green",))
    session.move(3)
    assert read() == MarksRead(news=1)
    assert session.photos[1].marks == Marks(rating=4, labels=("Green",))
    assert session.current.path == shoot / "IMG_0003.JPG"
    assert session.unsaved() == []


def test_what_was_read_once_is_no_news_again(read, desk):
    desk.darktable("IMG_0001.JPG.xmp", rating=4)
    assert read().news == 1
    assert read().news == 0


def test_sidecars_stay_as_they_are(read, desk):
    sidecar = desk.darktable("IMG_0001.JPG.xmp", rating=4)
    before = sidecar.read_bytes(), sidecar.stat().st_mtime_ns
    read()
    assert (sidecar.read_bytes(), sidecar.stat().st_mtime_ns) == before


def test_mark_given_in_this_session_before_is_left_and_told(session, read, desk):
    desk.darktable("IMG_0000.JPG.xmp", rating=4, labels=("Green",))
    session.set_rating(2)
    assert read() == MarksRead(news=1, conflicts=1)
    assert session.photos[0].marks == Marks(rating=2, labels=("Green",))


def test_mark_given_while_sidecars_are_read_is_left(session, read, desk, monkeypatch):
    desk.darktable("IMG_0000.JPG.xmp", rating=4, labels=("Green",))
    whole = read_photos._found_all

    def slow(*arguments):
        found = whole(*arguments)
        session.set_rating(2, stay=True)
        session.set_flag(Flag.PICK, stay=True)
        return found

    monkeypatch.setattr(read_photos, "_found_all", slow)
    assert read() == MarksRead(news=1, conflicts=1)
    assert session.photos[0].marks == Marks(rating=2, flag=Flag.PICK, labels=("Green",))


def test_marks_that_no_sidecar_holds_yet_are_still_found_by_the_next_cull(session, read, desk, shoot, catalog):
    desk.darktable("IMG_0000.JPG.xmp", labels=("Green",))
    session.set_rating(2)
    read()
    with open_session([shoot], catalog) as following:
        assert [one.photo.marks for one in following.unsaved()] == [Marks(rating=2, labels=("Green",))]


def test_what_was_read_may_be_changed_and_written(session, read, desk, shoot, catalog):
    desk.darktable("IMG_0000.JPG.xmp", rating=4)
    read()
    session.set_rating(1)
    saved = save_marks(SaveRequest([shoot], catalog, "assist cull"), session.unsaved())
    assert not saved.conflicts
    assert desk.marks("IMG_0000.JPG.xmp").rating == 1


def test_crop_is_left_out_while_nobody_knows_how_the_photo_lies(catalog, shoot):
    (shoot / "IMG_0000.xmp").write_text(CROPPED)
    (shoot / "IMG_0000.NEF").write_bytes(b"raw")
    with open_session([shoot], catalog) as session:
        read_marks([*session.photos], [shoot], catalog, lambda: True)
        session.look_again()
        assert session.photos[0].marks == Marks(rating=3)


CROPPED = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
 xmp:Rating="3" crs:HasCrop="True" crs:CropTop="0.1" crs:CropLeft="0.1" crs:CropBottom="0.9" crs:CropRight="0.9"
 crs:CropAngle="0"/></rdf:RDF></x:xmpmeta>"""


def test_sidecar_that_cannot_be_read_is_counted_and_stops_no_other(session, read, desk, shoot):
    (shoot / "IMG_0000.JPG.xmp").write_bytes(b"<not xmp")
    desk.darktable("IMG_0001.JPG.xmp", rating=4)
    assert read() == MarksRead(news=1, unreadable=1)
    assert session.photos[1].marks.rating == 4


def test_photos_elsewhere_are_not_read(read, tmp_path, draw_photo):
    draw_photo(tmp_path / "other" / "IMG_0009.JPG")
    (tmp_path / "other" / "IMG_0009.JPG.xmp").write_text(CROPPED)
    assert read() == MarksRead()


def test_reading_ends_when_nobody_waits_for_it(read, desk, shoot, draw_photo):
    draw_photo(shoot / "later" / "IMG_0009.JPG")
    desk.darktable("IMG_0000.JPG.xmp", rating=4)
    assert read(is_wanted=lambda: False).news == 1


def test_label_that_was_taken_away_here_does_not_come_back(session, read, desk):
    desk.darktable("IMG_0000.JPG.xmp", labels=("Green",))
    assert read().news == 1
    session.set_label(None, stay=True)
    assert read() == MarksRead()
    assert session.current.marks.labels == ()


def test_label_taken_away_in_a_cull_that_was_cut_short_goes_from_the_sidecar(session, read, desk, catalog, shoot):
    desk.darktable("IMG_0000.JPG.xmp", labels=("Green",))
    read()
    session.set_label(None, stay=True)
    request = SaveRequest([shoot], catalog, "assist cull")
    for expected in (1, 0):
        with open_session([shoot], catalog) as following:
            left = following.unsaved()
            assert len(left) == expected
            following.note_saved(save_marks(request, left).saved)
    assert desk.marks("IMG_0000.JPG.xmp").labels == ()


def test_mark_taken_back_after_it_was_written_does_not_come_back(session, read, catalog, shoot):
    session.set_rating(3, stay=True)
    session.note_saved(save_marks(SaveRequest([shoot], catalog, "assist cull --live"), session.unsaved()).saved)
    session.undo()
    assert read() == MarksRead()
    assert not session.current.marks.rating
    with open_session([shoot], catalog) as following:
        assert [one.photo.path for one in following.unsaved()] == [session.current.path]
