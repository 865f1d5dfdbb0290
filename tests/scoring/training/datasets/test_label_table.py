"""Label files are read line by line, and an error names the line."""

import pytest

from scoring.training.datasets.label_table import read_csv, read_words
from scoring.training.datasets.rated_photos import DatasetError


@pytest.fixture
def file(tmp_path):
    return tmp_path / "labels.csv"


def test_blanks_and_byte_order_mark_do_not_count(file):
    file.write_text("worker, image, score\nA1, a.jpg, 4\n\n", encoding="utf-8-sig")
    lines = read_csv(file, ("worker", "score"))
    assert [line.values for line in lines] == [{"worker": "A1", "image": "a.jpg", "score": "4"}]


def test_words_without_a_line_of_names_are_read_in_order(file):
    file.write_text("5.5 a.bmp\n\n 6.25  b.bmp \n")
    lines = read_words(file, ("mos", "file"))
    assert [line.text("file") for line in lines] == ["a.bmp", "b.bmp"]
    assert [line.where for line in lines] == ["labels.csv, line 1", "labels.csv, line 3"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "lists no photos"),
        ("image,score\n", "lists no photos"),
        ("image,mos\na.jpg,5\n", "no column score"),
        ("image,score\na.jpg\n", "line 2 has 1 values, not 2"),
        ("image,score\na.jpg,\n", "line 2 has no score"),
        ("image,score\na.jpg,5\nb.jpg,6\n", r"line 3: score is 6, not a number in 1\.\.5"),
        ("image,score\na.jpg,nan\n", "line 2: score is nan"),
        ("image,score\na.jpg,good\n", "line 2: score is good"),
    ],
)
def test_labels_that_are_no_opinions_are_refused_with_their_line(file, content, told):
    file.write_text(content)
    with pytest.raises(DatasetError, match=told):
        [line.number("score", 1, 5) for line in read_csv(file, ("image", "score"))]


def test_missing_or_binary_label_files_are_named(file):
    with pytest.raises(DatasetError, match=r"there is no .*labels\.csv"):
        read_csv(file, ("image",))
    file.write_bytes(b"\xff\xfe\x00image")
    with pytest.raises(DatasetError, match=r"labels\.csv cannot be read as text"):
        read_csv(file, ("image",))


def test_half_a_vote_is_refused_with_its_line(file):
    file.write_text("image,score\na.jpg,3.5\n")
    (line,) = read_csv(file, ("image", "score"))
    with pytest.raises(DatasetError, match=r"line 2: score is 3\.5, not a whole number"):
        line.whole("score", 1, 5)
