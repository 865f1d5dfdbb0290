"""The AROD reader takes faves among views for an opinion."""

import pytest

from scoring.training.datasets.arod import read_arod
from scoring.training.datasets.rated_photos import DatasetError

LINES = "https://farm1.example.org/1/a_b.jpg;0;999\nhttps://farm1.example.org/2/c_d.jpg;99;99\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("arod", "images"):
        (tmp_path / name).mkdir()
    for name in ("a_b.jpg", "c_d.jpg"):
        (tmp_path / "images" / name).touch()
    (tmp_path / "arod" / "list.txt").write_text(LINES)
    return tmp_path


def test_photo_nobody_liked_is_at_the_bottom_and_one_all_liked_at_the_top(folder):
    photos = read_arod(folder)
    assert [path.name for path in photos.paths] == ["a_b.jpg", "c_d.jpg"]
    assert photos.mos.tolist() == pytest.approx([1.0, 10.0])
    assert photos.distribution.sum(axis=1).tolist() == pytest.approx([1.0, 1.0])
    assert "faves" in photos.how


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("https://x.org/a_b.jpg;3", "line 1 has 2 values, not 3"),
        ("https://x.org/a_b.jpg;3;2", "line 1 has more faves than views"),
        ("https://x.org/a_b.jpg;0;0", "views is 0"),
        ("https://x.org/a_b.jpg;many;20", "faves is many"),
        ("https://x.org;1;20", "names no picture"),
    ],
)
def test_line_that_cannot_be_used_is_named(folder, line, told):
    (folder / "arod" / "list.txt").write_text(line + "\n")
    with pytest.raises(DatasetError, match=told):
        read_arod(folder)
