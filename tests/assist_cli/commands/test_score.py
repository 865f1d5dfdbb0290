"""`assist score`, as a person meets it."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assist_cli.fake_judge import BUGGY_NAME

ROOT = Path(__file__).resolve().parents[3]


def test_the_table_names_every_photo_and_the_summary_is_on_stderr(assist, shoot):
    answer = assist("score", shoot)
    assert answer.exit_code == 0
    assert all(f"IMG_{number:04d}.JPG" in answer.out for number in range(5))
    assert "5 photos: 5 scored" in answer.err
    assert "5 photos" not in answer.out


def test_json_lines_are_one_object_a_photo_and_the_same_when_cached(assist, shoot):
    first = assist("score", shoot, "--format", "jsonl").photos
    again = assist("score", shoot, "--format", "jsonl").photos
    assert {photo["status"] for photo in first} == {"scored"}
    assert {photo.pop("status") for photo in again} == {"cached"}
    for photo in first:
        del photo["status"]
    assert again == first
    assert all(Path(photo["path"]).is_absolute() for photo in first)


def test_the_same_numbers_for_one_and_four_workers(assist, shoot):
    one = assist("score", shoot, "--format", "jsonl", "--workers", "1", "--rescore")
    four = assist("score", shoot, "--format", "jsonl", "--workers", "4", "--rescore")
    assert one.out == four.out


def test_unreadable_photos_are_listed_once_and_end_with_3(assist, shoot):
    (shoot / "IMG_0001.JPG").write_bytes(b"")
    (shoot / "folder.jpg").mkdir()
    answer = assist("score", shoot, "--format", "jsonl")
    assert answer.exit_code == 3
    failed = [photo for photo in answer.photos if photo["status"] == "failed"]
    assert {photo["error"]["kind"] for photo in failed} == {"empty", "not_a_file"}
    assert all(photo["error"]["hint"] for photo in failed)
    assert answer.err.count("IMG_0001.JPG") == 1
    assert len(answer.photos) == 6


@pytest.fixture
def not_permitted(monkeypatch) -> Callable[[Path], None]:
    """Takes a file's read permission away, from root too."""

    def forbid(path: Path) -> None:
        really_access, really_open = os.access, Path.open
        monkeypatch.setattr(os, "access", lambda asked, mode: Path(asked) != path and really_access(asked, mode))

        def refuse(asked, *arguments, **options):
            if asked == path:
                raise PermissionError(errno.EACCES, "Permission denied", str(asked))
            return really_open(asked, *arguments, **options)

        monkeypatch.setattr(Path, "open", refuse)

    return forbid


def test_a_photo_without_read_permission_is_the_same_failure_named_or_in_its_folder(assist, shoot, not_permitted):
    photo = shoot / "IMG_0001.JPG"
    not_permitted(photo)
    for path in (photo, shoot):
        answer = assist("score", path, "--format", "jsonl")
        assert answer.exit_code == 3
        (failed,) = [photo for photo in answer.photos if photo["status"] == "failed"]
        assert (failed["path"], failed["error"]["kind"]) == (str(photo), "permission")
    assert assist("show", photo).exit_code == 3


def test_a_name_that_is_not_utf8_is_scored_and_printed(assist, tmp_path, draw_photo):
    folder = tmp_path / "shoot"
    folder.mkdir()
    name = os.fsdecode(b"photo\xe9\n\x1b[2J.jpg")
    try:
        draw_photo(folder / name)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert assist("score", folder).exit_code == 0
    (photo,) = assist("score", folder, "--format", "jsonl").photos
    assert Path(photo["path"]).name == name
    assert "photo\\udce9" in assist("score", folder, "--format", "csv").out


def test_a_name_of_nearly_three_hundred_characters_is_scored(assist, tmp_path, draw_photo):
    draw_photo(tmp_path / "shoot" / ("x" * 120) / ("y" * 200 + ".jpg"))
    answer = assist("score", tmp_path / "shoot")
    assert answer.exit_code == 0
    assert all(len(line) <= 100 for line in answer.out.splitlines())


def test_sort_and_top(assist, shoot):
    photos = assist("score", shoot, "--format", "jsonl").photos
    best = sorted(photos, key=lambda photo: -photo["assessments"]["focus"]["value"])
    asked = assist("score", shoot, "--format", "jsonl", "--sort", "focus", "--top", "2").photos
    assert [photo["path"] for photo in asked] == [photo["path"] for photo in best[:2]]


def test_top_alone_means_by_score(assist, shoot):
    photos = assist("score", shoot, "--format", "jsonl").photos
    (best,) = assist("score", shoot, "--format", "jsonl", "--top", "1").photos
    assert best["score"] == max(photo["score"] for photo in photos)


def test_an_unknown_order_is_wrong_usage_that_names_the_nearest(assist, shoot):
    answer = assist("score", shoot, "--sort", "focsu")
    assert answer.exit_code == 2
    assert "did you mean focus?" in answer.err


def test_limit_looks_at_no_more(assist, shoot, judge):
    assert len(assist("score", shoot, "--format", "jsonl", "--limit", "2").photos) == 2
    assert len(judge.judged) == 2


def test_output_is_written_whole_and_stdout_stays_empty(assist, shoot, tmp_path):
    target = tmp_path / "shoot.jsonl"
    answer = assist("score", shoot, "--format", "jsonl", "--output", target)
    assert answer.out == ""
    assert len([json.loads(line) for line in target.read_text().splitlines()]) == 5


def test_output_never_overwrites_a_photo_and_nothing_is_judged(assist, shoot, judge):
    photo = shoot / "IMG_0001.JPG"
    before = photo.read_bytes()
    answer = assist("score", shoot, "--format", "csv", "--output", photo)
    assert answer.exit_code == 2
    assert answer.err.count("\n") == 1
    assert "such as shoot.csv" in answer.err
    assert photo.read_bytes() == before
    assert judge.judged == []


def test_csv_has_a_heading_and_a_row_a_photo(assist, shoot):
    assert len(assist("score", shoot, "--format", "csv").out.splitlines()) == 6


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("out.csv", [], "path,status,"),
        ("out.CSV", [], "path,status,"),
        ("out.jsonl", [], '{"schema":'),
        ("out.csv", ["--format", "jsonl"], '{"schema":'),
        ("out.jsonl", ["--format", "csv"], "path,status,"),
    ],
)
def test_the_format_follows_the_name_of_the_output_unless_it_is_given(assist, shoot, tmp_path, name, options, begins):
    assert assist("score", shoot, "--output", tmp_path / name, *options).exit_code == 0
    assert (tmp_path / name).read_text().startswith(begins)


@pytest.mark.parametrize("name", ["out", "out.txt"])
def test_an_output_of_any_other_name_is_the_table(assist, shoot, tmp_path, name):
    assist("score", shoot, "--output", tmp_path / name)
    assert not (tmp_path / name).read_text().startswith(("path,", "{"))
    assert "IMG_0001.JPG" in (tmp_path / name).read_text()


def test_quiet_says_nothing_on_stderr(assist, shoot):
    assert assist("score", shoot, "--quiet").err == ""


@pytest.mark.parametrize("format_name", ["table", "jsonl", "csv"])
def test_a_folder_without_photos_ends_with_1_and_one_line(assist, tmp_path, format_name):
    answer = assist("score", tmp_path, "--format", format_name)
    assert answer.exit_code == 1
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert "no photos in" in answer.err


def test_a_catalogue_that_is_not_ours_ends_with_1_and_is_left_alone(assist, shoot, tmp_path):
    foreign = tmp_path / "notes.db"
    foreign.write_text("somebody else's")
    answer = assist("score", shoot, "--catalog", foreign)
    assert answer.exit_code == 1
    assert answer.err.count("\n") == 1
    assert "--catalog" in answer.err
    assert foreign.read_text() == "somebody else's"


def test_a_full_disk_while_storing_ends_with_1_and_one_line(assist, shoot, monkeypatch):
    from index.catalog.database import Catalog
    from index.catalog.errors import DiskFullError

    def full(self, _photos, _gone):
        raise DiskFullError(self.path)

    monkeypatch.setattr(Catalog, "store", full)
    answer = assist("score", shoot)
    assert answer.exit_code == 1
    assert answer.err.count("\n") == 1
    assert "free some space" in answer.err


def test_a_text_file_named_among_photos_is_listed_as_no_photo(assist, shoot):
    (shoot / "README.md").write_text("# Our holidays")
    answer = assist("score", shoot / "README.md", shoot / "IMG_0001.JPG", "--format", "jsonl")
    assert answer.exit_code == 3
    assert [photo["status"] for photo in answer.photos] == ["scored", "failed"]
    assert answer.photos[1]["error"]["kind"] == "not_a_photo"


@pytest.mark.parametrize("name", ["nowhere.jpg", "n" * 300 + ".jpg"])
def test_a_name_that_is_not_there_is_listed_and_what_is_there_is_scored(assist, shoot, name):
    answer = assist("score", shoot / name, shoot / "IMG_0001.JPG", "--format", "jsonl")
    assert answer.exit_code == 3
    assert sorted(photo["status"] for photo in answer.photos) == ["failed", "scored"]
    assert [photo["error"]["kind"] for photo in answer.photos if photo["error"]] == ["missing"]


def test_where_nothing_named_is_there_nothing_is_scored_and_that_is_wrong_usage(assist, shoot):
    answer = assist("score", shoot / "nowhere", shoot / "nowhere.jpg")
    assert answer.exit_code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("verb", ["score", "show", "export"])
def test_an_empty_name_is_refused_and_is_not_the_working_folder(assist, shoot, monkeypatch, judge, verb):
    monkeypatch.chdir(shoot)
    answer = assist(verb, "", *(["--to", "csv"] if verb == "export" else []))
    assert answer.exit_code == 2
    assert "a name is empty" in answer.err
    assert judge.judged == []


@pytest.mark.parametrize("options", [["--verbose"], []])
def test_verbose_and_only_that_shows_where_an_unexpected_trouble_with_a_photo_came_from(draw_photo, tmp_path, options):
    draw_photo(tmp_path / "shoot" / BUGGY_NAME)
    command = [sys.executable, "-m", "tests.assist_cli.fake_judge", "0", "score", str(tmp_path / "shoot"), *options]
    environment = {**os.environ, "ASSIST_CATALOG": str(tmp_path / "catalog.db")}
    answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 3
    assert "run again with --verbose" in answer.stderr
    assert ("Traceback" in answer.stderr) is bool(options)
