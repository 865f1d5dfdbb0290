"""Folders that lie in others."""

from index.watch.outermost import outermost


def test_folders_inside_others_and_other_names_for_them_are_left_out(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "a")
    other = tmp_path / "ab"
    assert outermost([inner, other, tmp_path / "a", link]) == [other, tmp_path / "a"]
