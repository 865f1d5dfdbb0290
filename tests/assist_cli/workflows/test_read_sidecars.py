"""People's marks come back into the catalogue; no file beside a photo is changed."""

import pytest

from assist_cli.workflows import read_photos
from assist_cli.workflows.prefer import Prefer
from index.catalog.database import open_catalog
from index.journal.journal_path import journal_path
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import Flag, Mark, Marks
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import Advice
from tests.assist_cli.workflows.made_sidecars import photo as made_photo

GOOD = Marks(4, labels=("Green",))


def conflicts(read):
    return [photo.collected.conflicts.keys() for photo in read.photos]


def test_what_people_said_in_sidecars_and_photos_comes_in(desk):
    desk.photo("A.CR3")
    desk.photo("B.JPG", rating="3")
    desk.adobe("A.xmp", rating=5, flag=Flag.PICK, labels=("Blue",), keywords=("harbour",))
    desk.read()
    assert desk.here("A.CR3") == PersonsWord(Marks(5, Flag.PICK, ("Blue",), ("harbour",)))
    assert desk.here("B.JPG") == PersonsWord(Marks(3))


def test_sidecars_stay_as_they_are(desk):
    desk.photo("A.CR3")
    path = desk.adobe("A.xmp", rating=5)
    before = path.read_bytes(), path.stat().st_mtime_ns
    desk.read()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_the_source_is_kept_for_people_to_read(desk):
    photo = desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5)
    desk.darktable("A.CR3.xmp", rating=5, labels=("Blue",))
    desk.read()
    with open_catalog(desk.catalog) as catalog:
        assert catalog.people.under([photo])[photo].source == "A.CR3.xmp, A.xmp"


def test_a_name_that_is_no_text_is_no_trouble(desk):
    desk.photo("caf\udce9.CR3")
    desk.adobe("caf\udce9.xmp", rating=5)
    desk.read()
    assert desk.here("caf\udce9.CR3") == PersonsWord(Marks(5))


def test_a_dry_run_tells_the_same_and_keeps_nothing_at_all(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5)
    before = desk.files()
    dry = desk.read(dry_run=True)
    assert desk.files() == before
    assert not journal_path(desk.catalog).exists()
    assert [photo.collected for photo in dry.photos] == [photo.collected for photo in desk.read().photos]


def test_what_we_wrote_is_not_taken_for_theirs(desk):
    desk.photo("A.CR3")
    desk.write(GOOD)
    desk.read()
    assert desk.here("A.CR3") == NOTHING_SAID


def test_reading_twice_says_nothing_new(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5, keywords=("harbour",))
    desk.read()
    assert [photo.collected.news for photo in desk.read().photos] == [{}]


def test_marks_go_from_one_editor_to_the_other(desk):
    desk.photo("A.CR3")
    desk.write(GOOD)
    desk.adobe("A.xmp", rating=2, flag=Flag.REJECT)
    desk.read()
    desk.write(GOOD)
    assert desk.marks("A.CR3.xmp").flag is Flag.REJECT
    desk.darktable("A.CR3.xmp", flag=Flag.UNFLAGGED)
    desk.read()
    desk.write(GOOD)
    assert (desk.marks("A.xmp").rating, desk.marks("A.xmp").flag) == (2, Flag.UNFLAGGED)
    assert desk.marks("A.CR3.xmp").rating == 2


@pytest.mark.parametrize("mark", ["rating", "labels"])
def test_a_mark_of_ours_that_a_person_took_away_goes_everywhere_and_stays_away(desk, mark):
    desk.photo("A.CR3")
    desk.write(GOOD)
    desk.adobe("A.xmp", **{mark: None})
    for _ in range(2):
        desk.read()
        desk.write(GOOD)
    for name in ("A.CR3.xmp", "A.xmp"):
        assert getattr(desk.marks(name), mark) in (0, None, ())


def test_a_label_that_a_person_took_away_in_one_editor_does_not_come_back_from_the_other(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", labels=("Blue",))
    desk.read()
    desk.write(GOOD)
    desk.adobe("A.xmp", labels=())
    for _ in range(2):
        desk.read()
    desk.write(GOOD)
    assert (desk.marks("A.xmp").labels, desk.marks("A.CR3.xmp").labels) == ((), ())


def test_keywords_come_and_go_in_both_editors(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", keywords=("harbour", "people|Anna"))
    desk.read()
    desk.write(GOOD)
    assert set(desk.marks("A.CR3.xmp").keywords) == {"harbour", "people|Anna"}
    desk.darktable("A.CR3.xmp", keywords=KeywordChange(remove=("harbour",)))
    desk.adobe("A.xmp", keywords=("night",))
    desk.read()
    desk.write(GOOD)
    for name in ("A.CR3.xmp", "A.xmp"):
        assert set(desk.marks(name).keywords) == {"people|Anna", "night"}


def test_the_last_keyword_that_a_person_took_away_stays_away(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", keywords=("harbour",))
    desk.read()
    desk.write(GOOD)
    desk.adobe("A.xmp", keywords=KeywordChange(remove=("harbour",)))
    for _ in range(2):
        desk.read()
        desk.write(GOOD)
    assert desk.marks("A.xmp").keywords == desk.marks("A.CR3.xmp").keywords == ()


def test_a_keyword_that_a_person_took_away_unread_outlasts_our_writes(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", keywords=("harbour",))
    desk.read()
    desk.write(GOOD)
    desk.adobe("A.xmp", keywords=KeywordChange(remove=("harbour",)))
    for stars in (3, 4, 5):
        desk.write(Marks(stars, keywords=("photo-assist|assist-keeper",)), wanted=frozenset(Advice))
    assert desk.marks("A.xmp").keywords == ("photo-assist|assist-keeper",)


def test_a_conflict_is_told_again_until_somebody_settles_it(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5)
    desk.darktable("A.CR3.xmp", rating=2)
    assert conflicts(desk.read()) == conflicts(desk.read()) == [{Mark.RATING}]
    assert desk.here("A.CR3") == NOTHING_SAID
    desk.adobe("A.xmp", rating=2)
    assert conflicts(desk.read()) == [set()]
    assert desk.here("A.CR3") == PersonsWord(Marks(2))


def test_a_conflict_is_settled_by_whose_word_a_person_prefers(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5)
    desk.darktable("A.CR3.xmp", rating=2)
    desk.read(Prefer.ADOBE)
    desk.write(GOOD)
    assert (desk.marks("A.xmp").rating, desk.marks("A.CR3.xmp").rating) == (5, 5)


def test_stars_that_were_taken_away_in_conflict_stay_away_until_it_is_settled(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5)
    desk.read()
    desk.write(GOOD)
    desk.adobe("A.xmp", rating=0)
    desk.darktable("A.CR3.xmp", rating=3)
    assert conflicts(desk.read()) == [{Mark.RATING}]
    desk.write(GOOD)
    assert (desk.marks("A.xmp").rating, desk.marks("A.CR3.xmp").rating) == (0, 3)


def test_a_new_catalogue_learns_what_people_said(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5, keywords=("harbour",))
    desk.read()
    desk.write(GOOD)
    desk.catalog.unlink()
    desk.score(desk.folder / "A.CR3")
    desk.read()
    assert desk.here("A.CR3") == PersonsWord(Marks(5, keywords=("harbour",)))


def test_without_its_journal_what_stands_there_is_taken_for_people_s(desk):
    desk.photo("A.CR3")
    desk.write(GOOD)
    journal_path(desk.catalog).unlink()
    assert desk.write(Marks(2, labels=("Red",))).run is None
    assert desk.marks("A.xmp") == GOOD


def test_marks_follow_a_renamed_photo(desk):
    photo = desk.photo("A.CR3")
    desk.adobe("A.xmp", labels=("Blue",))
    desk.read()
    desk.adobe("A.xmp", labels=())
    desk.read()
    renamed = photo.rename(photo.with_name("harbour.CR3"))
    (desk.folder / "A.xmp").rename(desk.folder / "harbour.xmp")
    desk.score(renamed, picture="A.CR3")
    desk.write(GOOD)
    assert desk.marks("harbour.xmp") == Marks(4)


def test_an_undo_is_nobody_s_word(desk):
    """We write a person's marks into the other sidecar, read, and take that back: they stay where the person gave them."""
    desk.photo("A.CR3")
    desk.darktable("A.CR3.xmp", rating=5, keywords=("harbour",))
    desk.adobe("A.xmp", keywords=("pier",))
    desk.read()
    desk.write(GOOD, Style.ADOBE)
    desk.read()
    desk.undo()
    assert desk.marks("A.xmp") == Marks(keywords=("pier",))
    desk.read()
    assert desk.here("A.CR3").marks.rating == 5
    assert set(desk.here("A.CR3").marks.keywords) == {"harbour", "pier"}
    desk.write(GOOD)
    assert desk.marks("A.CR3.xmp").rating == 5


def test_photos_that_are_not_scored_are_counted_and_damaged_sidecars_named(desk):
    desk.photo("A.CR3")
    made_photo(desk.folder / "B.CR3")
    (desk.folder / "A.xmp").write_text("<x:xmpmeta")
    read = desk.read()
    assert read.unscored == 1
    assert [[one.path.name for one in photo.unreadable] for photo in read.photos] == [["A.xmp"]]


def test_a_folder_that_cannot_be_listed_is_told(desk, monkeypatch):
    desk.photo("A.CR3")
    trouble = UnreadablePhoto(desk.folder, FailureKind.PERMISSION, "you may not look")
    monkeypatch.setattr(read_photos, "list_folder", lambda _folder: trouble)
    assert (desk.read().unread, desk.read().photos) == ([trouble], [])
