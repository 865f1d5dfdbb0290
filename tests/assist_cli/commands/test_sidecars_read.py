"""`assist sidecars read`: what people marked in their editors, and what disagrees."""

import pytest

from index.photo.marks import Marks
from index.photo.persons_word import NOTHING_SAID, PersonsWord


@pytest.fixture
def read(assist, desk):
    return lambda *options: assist("sidecars", "read", desk.folder, *options)


def test_news_are_told_on_stdout_and_counted_on_stderr(desk, read):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=4)
    answer = read()
    assert answer.exit_code == 0
    assert answer.out == "A.CR3: ★★★★☆  (A.xmp)\n"
    assert answer.err == "marks of 1 photo taken in, of 1 looked at\n"
    assert desk.here("A.CR3") == PersonsWord(Marks(4))


def test_a_dry_run_keeps_nothing_at_all(desk, read):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=4)
    before = desk.files()
    answer = read("--dry-run")
    assert desk.files() == before
    assert answer.out == "A.CR3: ★★★★☆  (A.xmp)\n"
    assert "would be taken in" in answer.err


def test_quiet_leaves_only_data_and_errors(desk, read):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    desk.adobe("A.xmp", rating=4)
    (desk.folder / "B.xmp").write_bytes(b"")
    answer = read("--quiet")
    assert answer.out == "A.CR3: ★★★★☆  (A.xmp)\n"
    assert answer.err.startswith(f"{desk.folder / 'B.xmp'}: it holds nothing")
    assert answer.exit_code == 3


def test_a_person_says_whose_word_counts(desk, read):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=4)
    desk.darktable("A.CR3.xmp", rating=2)
    answer = read()
    assert "stars in conflict" in answer.out
    assert "--prefer" in answer.err
    assert (answer.exit_code, desk.here("A.CR3")) == (0, NOTHING_SAID)
    read("--prefer", "adobe")
    assert desk.here("A.CR3") == PersonsWord(Marks(4))


def test_an_editor_that_there_is_not_is_wrong_usage(read):
    answer = read("--prefer", "gimp")
    assert answer.exit_code == 2
    assert "gimp" in answer.err


def test_json_is_one_object_a_photo(desk, read):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    desk.adobe("A.xmp", rating=4)
    first, second = read("--format", "jsonl").photos
    assert (first["marks"], first["news"]) == ({"rating": 4}, {"rating": [str(desk.folder / "A.xmp")]})
    assert second["marks"] == {}


def test_names_that_are_no_text_are_read_and_told(desk, read):
    desk.photo("caf\udce9.CR3")
    desk.adobe("caf\udce9.xmp", rating=4)
    answer = read()
    assert (answer.exit_code, answer.out) == (0, "caf?.CR3: ★★★★☆  (caf?.xmp)\n")


def test_photos_that_were_not_scored_are_an_error_with_what_to_do(tmp_path, assist):
    (tmp_path / "empty").mkdir()
    answer = assist("sidecars", "read", tmp_path / "empty")
    assert (answer.exit_code, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
