"""What would become of each sidecar of one photo."""

import pytest

from assist_cli.workflows.marked_places import Past, marked_files
from assist_cli.workflows.plan_sidecars import places_of, plan_photo
from index.photo.folder_listing import list_folder
from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.place_file import PhotoLies, changed_file, read_facts
from index.photo.marks import CropBox, Flag, Mark, Marks
from index.photo.merge_marks import Known, Merge, Wish
from index.photo.merge_place import Wishes
from index.photo.sidecar_place import Place, Style
from tests.assist_cli.workflows.made_sidecars import photo, sidecar

KEEPER = "photo-assist|assist-keeper"
NOTHING_KNOWN = Past({}, {})


def ours(**marks):
    return Wishes({Mark(mark): Wish(value, by_person=False) for mark, value in marks.items()})


def persons(**marks):
    return Wishes({Mark(mark): Wish(value, by_person=True) for mark, value in marks.items()})


@pytest.fixture
def plan(tmp_path):
    """The plan for `IMG.CR3`."""
    photo(tmp_path / "IMG.CR3")

    def call(wishes, past=NOTHING_KNOWN, style=Style.BOTH):
        listing = list_folder(tmp_path)
        marked = marked_files([tmp_path / "IMG.CR3"], listing, [tmp_path], PhotoLies(1, (6000, 4000)))
        return plan_photo(places_of(marked, style, listing, [tmp_path]), wishes, past)

    return call


def written(plan):
    return {one.path.name: one.written for one in plan.sidecars}


@pytest.mark.parametrize(
    ("style", "names"),
    [
        (Style.DARKTABLE, {"IMG.CR3.xmp"}),
        (Style.ADOBE, {"IMG.xmp"}),
        (Style.BOTH, {"IMG.CR3.xmp", "IMG.xmp"}),
    ],
)
def test_the_style_says_which_sidecars_are_written(plan, style, names):
    assert written(plan(ours(rating=4), style=style)).keys() == names


def test_planning_writes_nothing(tmp_path, plan):
    plan(ours(rating=4))
    assert [path.name for path in tmp_path.iterdir()] == ["IMG.CR3"]


def test_a_profile_of_rawtherapee_that_is_there_gets_what_it_has_room_for(tmp_path, plan):
    (tmp_path / "IMG.CR3.pp3").write_text("[General]\nRank=0\n")
    found = plan(Wishes(ours(rating=4, flag=Flag.PICK).marks, own_keywords=(KEEPER,)))
    assert written(found)["IMG.CR3.pp3"] == {Mark.RATING}
    assert written(found)["IMG.xmp"] == {Mark.RATING, Mark.FLAG, Mark.KEYWORDS}


def test_nothing_is_written_of_a_photo_one_of_whose_sidecars_cannot_be_read(tmp_path, plan):
    (tmp_path / "IMG.xmp").write_text("<x:xmpmeta")
    found = plan(ours(rating=4))
    assert found.sidecars == ()
    assert [one.path.name for one in found.unreadable] == ["IMG.xmp"]


def test_a_sidecar_that_says_so_already_is_not_written(tmp_path, plan):
    sidecar(tmp_path / "IMG.xmp", rating=4)
    found = plan(ours(rating=4), style=Style.ADOBE)
    assert written(found) == {"IMG.xmp": frozenset()}
    assert found.sidecars[0].edited is None


def test_two_names_of_one_file_are_one_sidecar(tmp_path, plan):
    sidecar(tmp_path / "IMG.xmp")
    (tmp_path / "IMG.CR3.xmp").symlink_to("IMG.xmp")
    assert len(plan(ours(rating=4)).sidecars) == 1


def test_people_s_marks_are_told_from_ours(plan):
    (found,) = plan(Wishes({**ours(labels=("Green",)).marks, **persons(rating=5).marks}), style=Style.ADOBE).sidecars
    assert (found.written, found.people) == ({Mark.RATING, Mark.LABELS}, {Mark.RATING})


def test_a_reject_leaves_no_word_on_stars_in_darktable_s_place(plan):
    darktable, adobe = plan(persons(rating=4, flag=Flag.REJECT)).sidecars
    assert (darktable.place.place.place, darktable.written) == (Place.DARKTABLE, {Mark.FLAG})
    assert adobe.written == {Mark.RATING, Mark.FLAG}


def test_a_reject_never_takes_the_place_of_stars_that_stand_nowhere_else(tmp_path, plan):
    sidecar(tmp_path / "IMG.CR3.xmp", rating=3)
    (found,) = plan(persons(flag=Flag.REJECT), style=Style.DARKTABLE).sidecars
    assert found.edited is None
    assert found.refused == {Mark.FLAG: "the reject would take the place of the 3 stars that a person gave there"}


def test_a_reject_takes_the_place_of_stars_that_we_keep(tmp_path, plan):
    sidecar(tmp_path / "IMG.CR3.xmp", rating=3)
    (found,) = plan(persons(rating=3, flag=Flag.REJECT), style=Style.DARKTABLE).sidecars
    assert found.marks_after.flag is Flag.REJECT


def test_a_sidecar_that_a_person_deleted_is_not_made_again(tmp_path, plan):
    past = Past({tmp_path / "IMG.xmp": {Mark.RATING: Known(4, by_person=False)}}, {})
    for wishes in (ours(rating=4, labels=("Green",)), persons(rating=5)):
        (found,) = plan(wishes, past, Style.ADOBE).sidecars
        assert (found.is_deleted, found.edited) == (True, None)


def test_a_sidecar_from_which_we_only_know_that_there_is_nothing_may_be_made(tmp_path, plan):
    past = Past({tmp_path / "IMG.xmp": {Mark.RATING: Known(None, by_person=True)}}, {})
    (found,) = plan(persons(labels=("Blue",)), past, Style.ADOBE).sidecars
    assert (found.is_deleted, found.written) == (False, {Mark.LABELS})


def test_a_mark_that_a_file_cannot_take_is_refused_and_the_others_written(plan):
    (found,) = plan(ours(rating=4, crop=CropBox(0.1, 0.1, 0.9, 0.9, 2.0)), style=Style.DARKTABLE).sidecars
    assert found.written == {Mark.RATING}
    assert found.refused == {Mark.CROP: "a straightened crop cannot be written into darktable's history"}


def test_conflicts_change_nothing(tmp_path, plan):
    sidecar(tmp_path / "IMG.xmp", rating=2)
    (found,) = plan(persons(rating=5), style=Style.ADOBE).sidecars
    assert (found.edited, found.with_outcome(Merge.CONFLICT)) == (None, {Mark.RATING})


def test_of_keywords_the_journal_keeps_only_those_that_are_any_business_of_ours(tmp_path, plan):
    facts = read_facts(Place.ADOBE, None, PhotoLies())
    words = {Mark.KEYWORDS: KeywordChange(add=("private", "harbour"))}
    (tmp_path / "IMG.xmp").write_bytes(changed_file(Place.ADOBE, None, words, facts, PhotoLies()).data)
    wishes = Wishes({}, own_keywords=(KEEPER,), persons_keywords=("harbour", "sea"))
    (found,) = plan(wishes, style=Style.ADOBE).sidecars
    before, after = found.noted_marks
    assert set(found.marks_after.keywords) == {"private", "harbour", "sea", KEEPER}
    assert (before.keywords, set(after.keywords)) == (("harbour",), {"harbour", "sea", KEEPER})


def test_what_is_kept_to_be_told_holds_no_files(plan):
    found = plan(ours(rating=4))
    slim = found.without_bytes()
    assert written(slim) == written(found)
    assert [one.edited.data for one in slim.sidecars] == [b"", b""]


def test_a_jpeg_has_no_place_for_adobe_and_so_has_every_jpeg(tmp_path):
    photo(tmp_path / "IMG.JPG")
    listing = list_folder(tmp_path)
    marked = marked_files([tmp_path / "IMG.JPG"], listing, [tmp_path], PhotoLies())
    (missing,) = places_of(marked, Style.BOTH, listing, [tmp_path]).no_place
    assert (missing.place, missing.is_of_kind) == (Place.ADOBE, True)


def test_stars_are_put_where_marks_say(plan):
    (found,) = plan(ours(rating=4), style=Style.ADOBE).sidecars
    assert (found.marks_before, found.marks_after) == (Marks(), Marks(4))
