"""What the journal knows of places; sidecars that moved with their folder are known again."""

import shutil

import pytest

from assist_cli.workflows.journal_as_it_is import journal_as_it_is
from assist_cli.workflows.marked_places import marked_files
from assist_cli.workflows.past_marks import past_marks
from index.photo.folder_listing import list_folder
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Known


@pytest.fixture
def past(desk):
    """What is known of the Adobe sidecar of `IMG.CR3` in this folder."""

    def call(folder):
        marked = marked_files([folder / "IMG.CR3"], list_folder(folder), [folder], PhotoLies())
        with journal_as_it_is(desk.catalog) as journal:
            known = past_marks(journal, marked.places)
        return known.known.get(folder / "IMG.xmp"), known.written.get(folder / "IMG.xmp")

    return call


@pytest.fixture
def written(desk):
    desk.photo("IMG.CR3")
    desk.write(Marks(4))
    return desk.folder


OURS = {Mark.RATING: Known(4, by_person=False)}


def test_without_a_journal_nothing_is_known(desk, past):
    desk.photo("IMG.CR3")
    desk.adobe("IMG.xmp", rating=4)
    assert past(desk.folder) == (None, None)


def test_what_we_wrote_is_known_where_we_wrote_it(past, written):
    assert past(written) == (OURS, Marks(4))


def test_what_we_wrote_is_known_in_a_folder_that_was_renamed_or_copied(past, written):
    copy = written.with_name("copy")
    shutil.copytree(written, copy)
    assert past(copy) == (OURS, Marks(4))
    assert past(written.rename(written.with_name("renamed"))) == (OURS, Marks(4))


def test_a_moved_sidecar_that_somebody_changed_since_is_theirs(desk, past, written):
    desk.adobe("IMG.xmp", labels=("Blue",))
    assert past(written.rename(written.with_name("renamed"))) == (None, None)


def test_our_sidecar_under_another_photo_s_name_is_a_person_s_doing(desk, past):
    desk.photo("IMG.CR3")
    desk.photo("OTHER.CR3")
    desk.write({"IMG.CR3": Marks(4), "OTHER.CR3": Marks(2)})
    copy = desk.folder.with_name("copy")
    copy.mkdir()
    shutil.copy(desk.folder / "IMG.CR3", copy / "IMG.CR3")
    shutil.copy(desk.folder / "OTHER.xmp", copy / "IMG.xmp")
    assert past(copy) == (None, None)


def test_where_the_same_bytes_were_a_person_s_word_once_they_count_as_that(desk, past):
    """The person's stars went into one folder's sidecar, ours into another's of the same name."""
    photo = desk.photo("IMG.CR3")
    desk.darktable("IMG.CR3.xmp", rating=4)
    desk.read()
    desk.write(Marks())
    persons = desk.folder.rename(desk.folder.with_name("persons"))
    desk.folder.mkdir()
    shutil.copy(persons / photo.name, photo)
    desk.score(photo, picture="another")
    desk.write(Marks(4))
    third = desk.folder.with_name("third")
    shutil.copytree(persons, third)
    assert past(third)[0] == {Mark.RATING: Known(4, by_person=True)}
