"""How a file looks from outside."""

import os

import pytest

from index.watch.file_look import look_at


def test_a_file_looks_the_same_until_somebody_writes(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(b"one")
    before = look_at(path)
    assert look_at(path) == before
    path.write_bytes(b"longer")
    assert look_at(path) != before


def test_another_file_of_the_same_size_and_time_looks_different(tmp_path):
    path, other = tmp_path / "a.jpg", tmp_path / "b.jpg"
    for one in (path, other):
        one.write_bytes(b"one")
        os.utime(one, ns=(5, 5))
    assert look_at(path) != look_at(other)


def test_what_is_no_file_has_no_looks(tmp_path):
    assert look_at(tmp_path / "nowhere.jpg") is None
    assert look_at(tmp_path) is None
    (tmp_path / "link.jpg").symlink_to(tmp_path / "nowhere.jpg")
    assert look_at(tmp_path / "link.jpg") is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look everywhere")
def test_a_file_that_may_not_be_looked_at_is_told(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(PermissionError):
        look_at(tmp_path / "closed" / "a.jpg")
