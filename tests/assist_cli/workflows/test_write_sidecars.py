"""Marks go beside photos, merged with what stands there, and through the journal."""

import os

import pytest

from assist_cli.workflows import write_sidecars
from assist_cli.workflows.write_sidecars import write_shoot
from index.journal.errors import JournalError
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import NO_MARKS, Flag, Mark, Marks
from index.photo.safe_file.errors import FileTrouble
from index.photo.sidecar_place import Place, Style
from scoring.ranking.advised_marks import Advice

OLD_NS = 1_600_000_000_000_000_000
GOOD = Marks(4, labels=("Green",))


def test_our_advice_goes_into_the_sidecars_of_both_styles(desk):
    desk.photo("IMG.CR3")
    written = desk.write(GOOD)
    assert (desk.marks("IMG.CR3.xmp"), desk.marks("IMG.xmp")) == (GOOD, GOOD)
    assert (written.run.command, written.has_trouble) == ("assist sidecars write", False)


def test_a_photo_that_a_person_judged_in_either_place_gets_nothing_of_ours(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    desk.adobe("A.xmp", rating=5)
    desk.darktable("B.CR3.xmp", flag=Flag.REJECT)
    written = desk.write(GOOD)
    assert [photo.is_persons for photo in written.photos] == [True, True]
    assert written.run is None
    assert (desk.marks("A.CR3.xmp"), desk.marks("B.xmp")) == (NO_MARKS, NO_MARKS)


def test_the_stars_inside_a_photo_are_a_person_s_too(desk):
    desk.photo("IMG.JPG", rating="3")
    assert desk.write(GOOD).run is None


def test_one_marked_side_of_a_pair_speaks_for_both(desk):
    desk.photo("IMG.CR3", "IMG.JPG")
    desk.darktable("IMG.JPG.xmp", rating=2)
    assert desk.write(GOOD).run is None
    desk.read()
    desk.write(GOOD)
    assert desk.marks("IMG.CR3.xmp").rating == desk.marks("IMG.xmp").rating == 2


def test_a_pair_is_marked_together(desk):
    desk.photo("IMG.CR3", "IMG.JPG")
    desk.write(GOOD)
    assert desk.marks("IMG.CR3.xmp") == desk.marks("IMG.JPG.xmp") == desk.marks("IMG.xmp") == GOOD
    assert not (desk.folder / "IMG.JPG.CR3.xmp").exists()


def test_writing_again_writes_only_what_changed(desk):
    desk.photo("IMG.CR3")
    desk.write(GOOD)
    assert desk.write(GOOD).run is None
    assert desk.write(Marks(2, labels=("Red",))).run is not None
    assert desk.marks("IMG.xmp") == Marks(2, labels=("Red",))


def test_only_labels_go_beside_a_person_s_stars_where_asked_for(desk):
    desk.photo("IMG.CR3")
    desk.adobe("IMG.xmp", rating=5)
    desk.write(Marks(labels=("Green",)), wanted=frozenset({Advice.LABELS}))
    assert desk.marks("IMG.xmp") == Marks(5, labels=("Green",))


def test_a_plan_is_what_would_be_written_and_writes_nothing_at_all(desk):
    desk.photo("IMG.CR3")
    before = desk.files()
    planned = desk.plan(GOOD)
    assert desk.files() == before
    written = desk.write(GOOD)
    assert planned.run is None
    assert [one.written for one in planned.photos[0].sidecars] == [one.written for one in written.photos[0].sidecars]


def test_one_sidecar_that_cannot_be_written_stops_no_other(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    protected = desk.darktable("A.CR3.xmp", keywords=("harbour",))
    protected.chmod(0o444)
    written = desk.write(GOOD, Style.DARKTABLE)
    assert [(path, error.kind) for path, error in written.failed.items()] == [(protected, FileTrouble.PROTECTED)]
    assert written.written == len([one for photo in written.photos for one in photo.sidecars if one.edited]) - 1
    assert written.has_trouble
    assert desk.marks("B.CR3.xmp") == GOOD


def test_of_a_photo_with_a_damaged_sidecar_nothing_is_written(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    (desk.folder / "A.xmp").write_text("<x:xmpmeta")
    written = desk.write(GOOD)
    assert written.has_trouble
    assert not (desk.folder / "A.CR3.xmp").exists()
    assert desk.marks("B.xmp") == GOOD


def test_modification_times_are_kept_where_asked_for(desk):
    desk.photo("IMG.CR3")
    path = desk.adobe("IMG.xmp", keywords=("harbour",))
    os.utime(path, ns=(OLD_NS, OLD_NS))
    desk.write(GOOD, keep_times=True)
    assert path.stat().st_mtime_ns == OLD_NS
    desk.write(Marks(2))
    assert path.stat().st_mtime_ns > OLD_NS


def test_one_sidecar_of_two_photos_by_a_link_is_the_first_one_s_and_told(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    desk.adobe("A.xmp", keywords=("harbour",))
    (desk.folder / "B.xmp").symlink_to("A.xmp")
    written = desk.write({"A.CR3": Marks(4), "B.CR3": Marks(2)}, Style.ADOBE)
    assert desk.marks("A.xmp").rating == 4
    (trouble,) = (one for photo in written.photos for one in photo.unreadable)
    assert "it is the sidecar of both" in trouble.message


def test_one_sidecar_for_both_styles_by_a_link_is_written_once(desk):
    desk.photo("IMG.CR3")
    desk.adobe("IMG.xmp", keywords=("harbour",))
    (desk.folder / "IMG.CR3.xmp").symlink_to("IMG.xmp")
    assert not desk.write(GOOD).has_trouble
    assert desk.marks("IMG.xmp").rating == 4
    assert (desk.folder / "IMG.CR3.xmp").is_symlink()
    assert desk.write(GOOD).run is None


def test_a_hidden_photo_that_was_named_gets_its_sidecar_and_keeps_a_person_s(desk):
    photo = desk.photo(".IMG.CR3")
    desk.write(GOOD, paths=[photo])
    assert desk.marks(".IMG.CR3.xmp", Place.DARKTABLE) == GOOD
    desk.sidecar(".IMG.CR3.xmp", Place.DARKTABLE, rating=5)
    desk.write(Marks(2, Flag.REJECT), paths=[photo], wanted=frozenset(Advice))
    assert desk.marks(".IMG.CR3.xmp", Place.DARKTABLE).rating == 5


def test_a_photo_that_went_meanwhile_is_told(desk):
    photo = desk.photo("IMG.CR3")
    shoot = desk.shoot(GOOD)
    photo.unlink()
    written = write_shoot(desk.request(), shoot, lambda _done: None)
    assert [one.path for one in written.unread] == [photo]
    assert written.has_trouble


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_written(desk, monkeypatch):
    desk.photo("IMG.CR3")
    trouble = UnreadablePhoto(desk.folder, FailureKind.PERMISSION, "you may not look")
    monkeypatch.setattr(write_sidecars, "list_folder", lambda _folder: trouble)
    written = desk.write(GOOD)
    assert (written.unread, written.photos) == ([trouble], [])


def test_nothing_is_written_where_the_journal_cannot_be(desk):
    desk.photo("IMG.CR3")
    (desk.catalog.parent / "catalog.journal.db").write_text("no journal at all, but somebody's notes")
    with pytest.raises(JournalError):
        desk.write(GOOD)
    assert sorted(path.name for path in desk.folder.iterdir()) == ["IMG.CR3"]


def test_what_we_wrote_stays_ours_when_its_folder_is_renamed(desk):
    photo = desk.photo("IMG.CR3")
    desk.write(GOOD)
    desk.folder = desk.folder.rename(desk.folder.with_name("harbour"))
    desk.score(desk.folder / photo.name)
    desk.read()
    assert desk.here("IMG.CR3").told() == frozenset()
    desk.write(Marks(2, labels=("Red",)))
    assert desk.marks("IMG.xmp") == Marks(2, labels=("Red",))


def test_a_deleted_sidecar_is_not_made_again_though_its_folder_is_reached_by_a_link(desk):
    desk.photo("IMG.CR3")
    real = desk.folder.rename(desk.folder.with_name("real"))
    desk.folder.symlink_to(real)
    desk.score(desk.folder / "IMG.CR3")
    desk.write(GOOD, Style.ADOBE)
    (desk.folder / "IMG.xmp").unlink()
    (sidecar,) = desk.write(GOOD, Style.ADOBE).photos[0].sidecars
    assert sidecar.is_deleted
    assert not (desk.folder / "IMG.xmp").exists()


def test_what_is_kept_to_be_told_holds_no_files(desk):
    desk.photo("IMG.CR3")
    (photo,) = desk.write(GOOD).photos
    assert {one.edited.data for one in photo.sidecars} == {b""}
    assert [one.written for one in photo.sidecars] == [{Mark.RATING, Mark.LABELS}] * 2
