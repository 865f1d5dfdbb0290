"""What `sidecars write` did, as lines for a photographer."""

import pytest

from assist_cli.render.bars import UNICODE
from assist_cli.render.sidecar_changes import conflict_lines, summary_lines, trouble_lines
from index.photo.marks import CropBox, Marks
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import USUAL_ADVICE, Advice
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.made_sidecars import photo as made_photo

GOOD = Marks(4, labels=("Green",))


@pytest.fixture
def summary(desk):
    """What is said at the end of a write, or of a dry run."""

    def call(advised=GOOD, style=Style.BOTH, wanted=USUAL_ADVICE, dry_run=False):
        shoot = desk.shoot(advised)
        done = (desk.plan if dry_run else desk.write)(advised, style, wanted=wanted)
        return [line.plain for line in summary_lines(done, shoot, desk.request(style, wanted), dry_run=dry_run)]

    return call


def test_the_counts_say_which_marks_went_where_and_how_to_take_them_back(desk, summary):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.photo("B.CR3", decision=Decision.KEEPER)
    *_, counts, back = summary()
    assert counts == "4 sidecars written (stars in 4, label in 4)"
    assert back.startswith("take it back with: assist undo --run 20")


def test_a_dry_run_says_what_would_change_and_has_nothing_to_take_back(desk, summary):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    assert summary(style=Style.ADOBE, dry_run=True) == ["1 sidecar would change (stars in 1, label in 1)"]


def test_nothing_to_write_is_told(desk, summary):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.write(GOOD)
    assert summary() == ["0 sidecars written"]


def test_photos_that_a_person_judged_are_named(desk, summary):
    for number in range(10):
        desk.photo(f"{number}.CR3", decision=Decision.KEEPER)
        desk.adobe(f"{number}.xmp", rating=5)
    names = ", ".join(f"{number}.CR3" for number in range(8))
    assert summary()[0] == f"10 photos left alone, because a person judged them: {names} and 2 more"


def test_jpegs_have_one_short_line_that_says_what_it_means(desk, summary):
    for number in range(28):
        desk.photo(f"{number}.JPG", decision=Decision.KEEPER)
    short = "Lightroom reads the marks of JPEG, TIFF and DNG only from inside the file"
    assert summary(dry_run=True) == [
        f"28 photos with darktable's sidecar only: {short}",
        "28 sidecars would change (stars in 28, label in 28)",
    ]


def test_other_kinds_that_lightroom_reads_no_sidecar_of_are_told_as_shortly(desk, summary):
    desk.photo("A.PNG", decision=Decision.KEEPER)
    desk.photo("B.HEIC", decision=Decision.KEEPER)
    assert summary(dry_run=True)[0] == (
        "2 photos with darktable's sidecar only: Lightroom is not known to read sidecars of HEIC, PNG"
    )


def test_the_full_reason_is_told_where_adobe_s_style_was_asked_for(desk, summary):
    desk.photo("A.JPG", decision=Decision.KEEPER)
    assert summary(style=Style.ADOBE)[0] == (
        "no sidecar of the adobe style for 1 photo: Adobe's editors read the marks of a JPEG from inside the file only, "
        "and a photo is never rewritten (A.JPG)"
    )


def test_darktable_s_style_says_nothing_of_adobe(desk, summary):
    desk.photo("A.JPG", decision=Decision.KEEPER)
    assert summary(style=Style.DARKTABLE, dry_run=True) == ["1 sidecar would change (stars in 1, label in 1)"]


def test_two_photos_that_claim_one_sidecar_are_told_in_any_style(desk, summary):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.photo("A.NEF", decision=Decision.KEEPER)
    told = summary(dry_run=True)
    assert "no sidecar of the adobe style for 1 photo: A.xmp would be the sidecar of A.NEF too (A.CR3)" in told


def test_a_reason_with_an_odd_name_cannot_move_the_cursor(desk, summary):
    desk.photo("\x1b[2J.CR3", decision=Decision.KEEPER)
    desk.photo("\x1b[2J.NEF", decision=Decision.KEEPER)
    assert not any("\x1b" in line for line in summary(dry_run=True))


def test_deleted_sidecars_are_told_and_how_to_have_them_again(desk, summary):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.write(GOOD)
    (desk.folder / "A.xmp").unlink()
    deleted, how, counts = summary()
    assert deleted == "1 sidecar deleted since, and not made again: A.xmp"
    assert "assist journal" in how
    assert counts == "0 sidecars written"


def test_photos_without_a_score_or_a_decision_are_counted(desk, summary):
    made_photo(desk.folder / "C.CR3")
    desk.photo("A.CR3")
    assert summary(dry_run=True)[-2:] == [
        "1 photo left out, not scored yet: assist score PATH does it",
        "labels tell what assist pick decides, and it has not decided on these photos yet",
    ]
    desk.photo("B.CR3", decision=Decision.KEEPER)
    assert summary(dry_run=True)[-1] == "1 photo without a decision of assist pick, so without a label"


@pytest.mark.parametrize("wanted", [frozenset(), frozenset({Advice.STARS, Advice.CROPS})])
def test_decisions_are_not_missed_where_nothing_that_follows_from_them_is_wanted(desk, summary, wanted):
    desk.photo("A.CR3")
    assert not any("pick" in line for line in summary(wanted=wanted, dry_run=True))


def test_conflicts_say_what_stands_here_and_there_and_what_settles_them(desk, summary):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.adobe("A.xmp", rating=4, crop=CropBox(0, 0, 0.5, 1))
    desk.darktable("A.CR3.xmp", labels=("Purple",))
    desk.says_here("A.CR3", Marks(1, labels=("Green",), crop=CropBox(0, 0, 1, 0.5)))
    lines = [line.plain for line in conflict_lines(desk.plan(GOOD), UNICODE)]
    adobe, darktable = desk.folder / "A.xmp", desk.folder / "A.CR3.xmp"
    assert lines == [
        f"{darktable}: label in conflict, left alone: Purple there, Green in the catalogue",
        f"{adobe}: stars in conflict, left alone: ★★★★☆ there, ★☆☆☆☆ in the catalogue",
        f"{adobe}: crop in conflict, left alone: crop to 50 x 100 % there, crop to 100 x 50 % in the catalogue",
    ]
    assert summary(dry_run=True)[-1].startswith("conflicts are settled by: assist sidecars read PATH --prefer")


def test_trouble_is_told_with_its_reason(desk):
    for name in ("A", "B", "C"):
        desk.photo(f"{name}.CR3")
    (desk.folder / "A.xmp").write_bytes(b"")
    desk.adobe("B.xmp", keywords=("harbour",)).chmod(0o444)
    advised = {"B.CR3": GOOD, "C.CR3": Marks(crop=CropBox(0.1, 0.1, 0.9, 0.9, 2.0))}
    told = [line.plain for line in trouble_lines(desk.write(advised, wanted=frozenset(Advice)))]
    assert [line.partition(":")[0].rpartition("/")[2] for line in told] == ["A.xmp", "B.xmp", "C.CR3.xmp"]
    assert "write-protected" in told[1]
    assert "straightened" in told[2]
