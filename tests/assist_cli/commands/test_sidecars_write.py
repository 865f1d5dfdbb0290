"""`assist sidecars write`: data on stdout, talk on stderr, and nothing but what was asked for."""

import shutil

import pytest

from assist_cli.workflows import write_sidecars
from index.journal.journal_path import journal_path
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import Flag, Marks
from scoring.ranking.picks.choice import Decision

THREE = Marks(3, labels=("Green",))
"""What is advised of a keeper on the desk."""


@pytest.fixture
def write(assist, desk):
    return lambda *options: assist("sidecars", "write", desk.folder, *options)


def test_stars_and_labels_go_into_sidecars_of_both_styles(desk, write):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    answer = write()
    assert (answer.exit_code, answer.out) == (0, "")
    assert (desk.marks("A.CR3.xmp"), desk.marks("A.xmp")) == (THREE, THREE)
    assert "2 sidecars written (stars in 2, label in 2)\n" in answer.err


@pytest.mark.parametrize(
    ("advice", "marks"),
    [
        ("stars", Marks(3)),
        ("labels", Marks(labels=("Green",))),
        (" Flags , stars", Marks(3, Flag.PICK)),
        ("keywords", Marks(keywords=("photo-assist|assist-keeper",))),
        ("none", Marks()),
    ],
)
def test_only_the_advice_that_was_asked_for_is_written(desk, write, advice, marks):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    assert write("--advice", advice).exit_code == 0
    assert desk.marks("A.xmp") == marks


@pytest.mark.parametrize("advice", ["beauty", "stars,beauty", "", "none,stars"])
def test_advice_that_there_is_not_is_wrong_usage(desk, write, advice):
    desk.photo("A.CR3")
    answer = write("--advice", advice)
    assert (answer.exit_code, answer.out) == (2, "")
    assert "choose of stars, labels, flags, keywords, crops, or none" in " ".join(answer.err.split())


def test_the_style_chooses_the_names(desk, write):
    desk.photo("A.CR3")
    write("--style", "darktable")
    assert {path.name for path in desk.folder.iterdir()} == {"A.CR3", "A.CR3.xmp"}


def test_a_dry_run_shows_the_difference_and_writes_nothing_at_all(desk, write):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    before = desk.files()
    answer = write("--dry-run")
    assert desk.files() == before
    assert not journal_path(desk.catalog).exists()
    assert '+     xmp:Rating="3"' in answer.out
    assert "2 sidecars would change" in answer.err


def test_a_dry_run_works_from_a_catalogue_that_cannot_be_written(desk, write, monkeypatch):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.write()
    monkeypatch.setattr("index.journal.database.connect", None)
    monkeypatch.setattr("index.catalog.database.connect", None)
    assert write("--dry-run").exit_code == 0


def test_where_the_journal_cannot_be_written_nothing_is_and_one_line_says_what_to_do(desk, write):
    desk.photo("A.CR3")
    journal_path(desk.catalog).mkdir()
    answer = write()
    assert (answer.exit_code, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
    assert not (desk.folder / "A.xmp").exists()


def test_quiet_leaves_only_data_and_errors(desk, write):
    desk.photo("A.CR3")
    desk.photo("B.JPG")
    answer = write("--quiet")
    assert (answer.out, answer.err) == ("", "")
    (desk.folder / "A.xmp").write_bytes(b"")
    answer = write("--quiet")
    assert answer.exit_code == 3
    assert answer.err.startswith(f"{desk.folder / 'A.xmp'}: it holds nothing")


def test_json_is_on_stdout_alone(desk, write):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    answer = write("--format", "jsonl")
    assert [one["status"] for one in answer.photos] == ["written", "written"]
    assert "2 sidecars written" in answer.err


def test_a_sidecar_that_cannot_be_read_is_named_and_the_others_written(desk, write):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    (desk.folder / "A.xmp").write_text("<x:xmpmeta")
    answer = write()
    assert answer.exit_code == 3
    assert f"{desk.folder / 'A.xmp'}: " in answer.err
    assert desk.marks("B.xmp").rating == 3


def test_a_folder_that_cannot_be_listed_is_named(desk, write, monkeypatch):
    desk.photo("A.CR3")
    trouble = UnreadablePhoto(desk.folder, FailureKind.PERMISSION, "you may not look")
    monkeypatch.setattr(write_sidecars, "list_folder", lambda _folder: trouble)
    answer = write()
    assert answer.exit_code == 3
    assert "1 could not be read" in answer.err


def test_what_a_person_marked_elsewhere_goes_first(desk, write):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.says_here("A.CR3", Marks(5, labels=("Blue",)))
    write("--advice", "none")
    assert desk.marks("A.xmp") == Marks(5, labels=("Blue",))


def test_conflicts_are_named_on_stdout_and_are_no_error(desk, write):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=5)
    desk.says_here("A.CR3", Marks(2))
    answer = write("--style", "adobe")
    assert answer.exit_code == 0
    assert answer.out == (
        f"{desk.folder / 'A.xmp'}: stars in conflict, left alone: ★★★★★ there, ★★☆☆☆ in the catalogue\n"
    )


def test_names_that_would_move_the_cursor_are_shown_harmless(desk, write):
    desk.photo("\x1b[2J.CR3")
    for options in ((), ("--dry-run",), ("--style", "adobe")):
        answer = write(*options)
        assert "\x1b" not in answer.out + answer.err


def test_photos_that_were_not_scored_are_an_error_with_what_to_do(desk, write):
    desk.photo("A.CR3")
    shutil.move(desk.folder / "A.CR3", desk.folder / "B.CR3")
    answer = write()
    assert (answer.exit_code, answer.out) == (1, "")
    assert "score them first: assist score PATH" in answer.err


def test_the_journal_keeps_the_command_so_that_it_could_be_typed_again(desk, write, assist, monkeypatch):
    desk.photo("A.CR3")
    monkeypatch.setattr("sys.argv", ["assist", "sidecars", "write", "my photos"])
    write()
    assert assist("journal").out.rstrip().endswith("assist sidecars write 'my photos'")


def test_a_shape_of_crops_that_there_is_not_is_told(desk, write):
    desk.photo("A.CR3")
    answer = write("--advice", "crops", "--aspect", "nonsense")
    assert (answer.exit_code, answer.out) == (2, "")
    assert "nonsense" in answer.err
