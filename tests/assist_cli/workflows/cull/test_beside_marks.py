"""What the next cull offers to write: what stands here and in no sidecar, and nothing else."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.read_marks import read_marks
from assist_cli.workflows.cull.save_marks import save_marks
from assist_cli.workflows.cull.save_request import SaveRequest
from assist_cli.workflows.undo_run import run_to_undo, undo_run
from index.photo.marks import ColorLabel, Flag


@pytest.fixture
def desk(desk, shoot):
    """Editors that write beside the photos of the cull."""
    desk.folder = shoot
    return desk


@pytest.fixture
def culled(catalog, shoot):
    """A cull that has read its sidecars."""

    @contextmanager
    def call():
        with open_session([shoot], catalog) as session:
            read = read_marks([*session.photos], [shoot], catalog, lambda: True)
            session.look_again()
            session.beside.note_compared(read.compared)
            yield session

    return call


@pytest.fixture
def save(catalog, shoot):
    def call(session):
        saved = save_marks(SaveRequest([shoot], catalog, "assist cull"), session.unsaved())
        session.note_saved(saved.saved)
        return saved

    return call


@pytest.fixture
def undo(catalog):
    def call(run):
        with run_to_undo(catalog, run.name) as (journal, found):
            undo_run(catalog, journal, found, "assist undo", lambda _step: None)

    return call


def mark_some(session):
    session.set_rating(3)
    session.set_flag(Flag.REJECT)
    session.set_label(ColorLabel.GREEN)


def offered(session):
    return [one.photo.path.stem for one in session.unsaved()]


MARKED = ["IMG_0000", "IMG_0001", "IMG_0002"]


def test_what_sidecars_hold_is_not_offered_again(culled, save):
    with culled() as session:
        mark_some(session)
        save(session)
    with culled() as session:
        assert offered(session) == []


def test_marks_that_an_undo_took_from_sidecars_are_offered_again_and_written(culled, save, undo, desk):
    desk.darktable("IMG_0001.JPG.xmp", labels=("Red",))
    with culled() as session:
        mark_some(session)
        undo(save(session).run)
    with culled() as session:
        assert offered(session) == MARKED
        assert all(one.was_there for one in session.unsaved())
        save(session)
        assert offered(session) == []
    assert desk.marks("IMG_0000.JPG.xmp").rating == 3
    assert (desk.marks("IMG_0001.JPG.xmp").flag, desk.marks("IMG_0001.JPG.xmp").labels) == (Flag.REJECT, ("Red",))
    with culled() as session:
        assert offered(session) == []


def test_sidecar_that_was_deleted_is_offered_and_made_again(culled, save, desk, shoot):
    with culled() as session:
        mark_some(session)
        save(session)
    (shoot / "IMG_0000.JPG.xmp").unlink()
    with culled() as session:
        assert offered(session) == ["IMG_0000"]
        save(session)
    assert desk.marks("IMG_0000.JPG.xmp").rating == 3


def test_what_somebody_wrote_after_an_undo_is_never_overwritten(culled, save, undo, desk):
    with culled() as session:
        session.set_rating(3)
        undo(save(session).run)
    desk.darktable("IMG_0000.JPG.xmp", rating=5)
    with culled() as session:
        assert offered(session) == []
        save(session)
    assert desk.marks("IMG_0000.JPG.xmp").rating == 5


def test_mark_that_was_taken_away_in_an_editor_is_not_offered(culled, save, desk):
    with culled() as session:
        session.set_rating(3)
        save(session)
    desk.darktable("IMG_0000.JPG.xmp", rating=0)
    with culled() as session:
        assert offered(session) == []
        assert not session.photos[0].marks.rating


def test_marks_that_were_all_taken_back_are_offered_by_no_later_cull(culled, save):
    with culled() as session:
        mark_some(session)
        save(session)
    with culled() as session:
        for _ in range(3):
            session.set_flag(Flag.PICK)
        while session.undo():
            pass
        assert offered(session) == []
    with culled() as session:
        assert offered(session) == []


def test_taken_back_before_sidecars_were_read_nothing_is_offered_either(culled, save, catalog, shoot):
    with culled() as session:
        session.set_flag(Flag.PICK, stay=True)
        save(session)
    with open_session([shoot], catalog) as session:
        session.set_rating(4, stay=True)
        session.undo()
    with open_session([shoot], catalog) as session:
        assert offered(session) == []


def test_flag_taken_off_again_that_no_sidecar_had_is_not_offered(culled):
    with culled() as session:
        session.set_flag(Flag.PICK, stay=True)
        session.set_flag(Flag.UNFLAGGED, stay=True)
        assert offered(session) == []
    with culled() as session:
        assert offered(session) == []


def test_flag_taken_off_that_a_sidecar_has_is_offered_after_a_crash(culled, save, desk):
    with culled() as session:
        session.set_flag(Flag.PICK, stay=True)
        save(session)
        session.set_flag(Flag.UNFLAGGED, stay=True)
    with culled() as session:
        assert offered(session) == ["IMG_0000"]
        save(session)
    assert desk.marks("IMG_0000.JPG.xmp").flag is Flag.UNFLAGGED


def test_rejected_photo_with_stars_is_not_offered_for_ever(culled, save):
    with culled() as session:
        session.set_rating(3, stay=True)
        session.set_flag(Flag.REJECT, stay=True)
        save(session)
    with culled() as session:
        assert offered(session) == []


def test_photo_that_is_marked_while_sidecars_are_read_is_left_out(catalog, shoot):
    with open_session([shoot], catalog) as session:
        session.set_rating(3, stay=True)
        read = read_marks([*session.photos], [shoot], catalog, lambda: True)
        session.set_rating(4, stay=True)
        session.beside.note_compared(read.compared)
        assert [one.photo.marks.rating for one in session.unsaved()] == [4]
