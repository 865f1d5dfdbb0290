"""What a cull marked goes into sidecars, and can be taken back."""

from __future__ import annotations

import pytest

from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.save_marks import save_marks
from assist_cli.workflows.cull.save_request import SaveRequest
from assist_cli.workflows.undo_run import run_to_undo, undo_run
from index.journal.errors import RunAtWorkError
from index.journal.journal_path import journal_path
from index.journal.open_run import OpenRun
from index.photo.mark_fields.place_file import PhotoLies, marks_in, read_facts
from index.photo.marks import ColorLabel, Flag
from index.photo.sidecar_place import Place, Style


@pytest.fixture
def session(catalog, shoot):
    with open_session([shoot], catalog) as opened:
        yield opened


@pytest.fixture
def save(session, catalog, shoot):
    """Saves what is unsaved, and tells the session."""

    def call(style=Style.BOTH):
        saved = save_marks(SaveRequest([shoot], catalog, "assist cull", style), session.unsaved())
        session.note_saved(saved.saved)
        return saved

    return call


def sidecar_marks(path):
    return marks_in(Place.DARKTABLE, read_facts(Place.DARKTABLE, path.read_bytes(), PhotoLies()), PhotoLies())


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_touched_photos_alone_get_sidecars(session, save, shoot):
    session.set_rating(3)
    session.set_flag(Flag.REJECT)
    session.set_label(ColorLabel.GREEN)
    saved = save()
    assert len(saved.saved) == 3
    assert sorted(path.name for path in shoot.glob("*.xmp")) == [f"IMG_000{number}.JPG.xmp" for number in range(3)]
    assert sidecar_marks(shoot / "IMG_0000.JPG.xmp").rating == 3
    assert sidecar_marks(shoot / "IMG_0001.JPG.xmp").flag is Flag.REJECT
    assert sidecar_marks(shoot / "IMG_0002.JPG.xmp").labels == ("Green",)


def test_a_raw_beside_a_jpeg_gets_its_sidecars_too(catalog, shoot):
    (shoot / "IMG_0000.NEF").write_bytes(b"raw")
    with open_session([shoot], catalog) as session:
        session.set_rating(3)
        save_marks(SaveRequest([shoot], catalog, "assist cull"), session.unsaved())
    names = {path.name for path in shoot.glob("*.xmp")}
    assert {"IMG_0000.JPG.xmp", "IMG_0000.NEF.xmp", "IMG_0000.xmp"} <= names


def test_what_is_saved_is_not_saved_again(session, save, shoot):
    session.set_rating(3)
    assert save().run is not None
    before = files(shoot)
    again = save()
    assert again.run is None
    assert again.saved == []
    assert files(shoot) == before


def test_what_a_cull_that_was_cut_short_left_is_saved_by_the_next_one(session, shoot, catalog):
    session.set_rating(3)
    for expected in (["IMG_0000.JPG"], []):
        with open_session([shoot], catalog) as following:
            left = following.unsaved()
            assert [one.photo.path.name for one in left] == expected
            following.note_saved(save_marks(SaveRequest([shoot], catalog, "assist cull"), left).saved)
    assert sidecar_marks(shoot / "IMG_0000.JPG.xmp").rating == 3


def test_the_run_can_be_taken_back(session, save, shoot, catalog):
    before = files(shoot)
    session.set_rating(3)
    session.set_flag(Flag.PICK)
    run = save().run
    with run_to_undo(catalog, run.name) as (journal, found):
        undo_run(catalog, journal, found, "assist undo", lambda _step: None)
    assert files(shoot) == before


def test_marks_taken_back_after_they_were_saved_go_from_the_sidecar(session, save, shoot):
    session.set_rating(3, stay=True)
    session.set_flag(Flag.PICK, stay=True)
    session.set_label(ColorLabel.RED, stay=True)
    save()
    while session.undo():
        pass
    save()
    marks = sidecar_marks(shoot / "IMG_0000.JPG.xmp")
    assert not marks.said()
    assert session.unsaved() == []


def test_a_mark_that_somebody_else_set_meanwhile_is_a_conflict_and_left_alone(session, save, shoot):
    session.set_rating(3, stay=True)
    save()
    sidecar = shoot / "IMG_0000.JPG.xmp"
    sidecar.write_bytes(sidecar.read_bytes().replace(b'xmp:Rating="3"', b'xmp:Rating="5"'))
    session.set_rating(1, stay=True)
    saved = save()
    assert [one.photo.path.name for one in saved.conflicts] == ["IMG_0000.JPG"]
    assert saved.saved == []
    assert sidecar_marks(sidecar).rating == 5


def test_a_photo_that_was_deleted_meanwhile_is_told_and_stops_no_other(session, save, shoot):
    session.set_rating(3)
    session.set_rating(4)
    (shoot / "IMG_0000.JPG").unlink()
    saved = save()
    assert [one.photo.path.name for one in saved.gone] == ["IMG_0000.JPG"]
    assert [one.photo.path.name for one in saved.saved] == ["IMG_0001.JPG"]
    assert not (shoot / "IMG_0000.JPG.xmp").exists()


def test_a_folder_that_is_gone_is_told(session, save, shoot):
    session.set_rating(3)
    shoot.rename(shoot.with_name("unplugged"))
    saved = save()
    assert saved.written.has_trouble
    assert saved.saved == []
    assert len(session.unsaved()) == 1


def test_a_sidecar_that_cannot_be_read_leaves_its_photo_unsaved(session, save, shoot):
    (shoot / "IMG_0000.JPG.xmp").write_bytes(b"<not xmp")
    session.set_rating(3)
    session.set_rating(4)
    saved = save()
    assert [one.photo.path.name for one in saved.saved] == ["IMG_0001.JPG"]
    assert (shoot / "IMG_0000.JPG.xmp").read_bytes() == b"<not xmp"


def test_all_that_one_cull_writes_is_one_run_that_undo_brings_back(session, shoot, catalog):
    before = files(shoot)
    request = SaveRequest([shoot], catalog, "assist cull --live")
    with OpenRun(journal_path(catalog), request.command) as run:
        saved = []
        for stars in (1, 4, 0, 5):
            session.set_rating(stars, stay=True)
            saved.append(save_marks(request, session.unsaved(), session=run))
            session.note_saved(saved[-1].saved)
        with pytest.raises(RunAtWorkError, match="still at work"), run_to_undo(catalog, None) as (journal, found):
            undo_run(catalog, journal, found, "assist undo", lambda _step: None)
    assert len({one.run for one in saved}) == 1
    assert saved[-1].undo == "assist undo --last"
    assert sidecar_marks(shoot / "IMG_0000.JPG.xmp").rating == 5
    with run_to_undo(catalog, None) as (journal, found):
        undone = undo_run(catalog, journal, found, "assist undo", lambda _step: None)
    assert len(undone.steps) == 1
    assert files(shoot) == before


def test_undo_is_named_by_its_run_where_another_command_wrote_since(session, shoot, catalog):
    request = SaveRequest([shoot], catalog, "assist cull")
    with OpenRun(journal_path(catalog), request.command) as run:
        session.set_rating(3)
        first = save_marks(request, session.unsaved(), session=run)
        session.note_saved(first.saved)
        session.set_rating(4)
        session.note_saved(save_marks(request, session.unsaved()).saved)
        session.set_rating(5)
        assert save_marks(request, session.unsaved(), session=run).undo == f"assist undo --run {first.run.name}"
