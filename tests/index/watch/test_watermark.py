"""Up to which moment everything was dealt with."""

from pathlib import Path

import pytest

from index.watch.file_look import FileLook
from index.watch.watermark import NOTHING, DealtWith, Watermark


def test_the_moment_is_kept_for_each_folder(tmp_path):
    day, other = tmp_path / "day", tmp_path / "other"
    state = tmp_path / "state"
    assert Watermark(day, state).read() is None
    Watermark(day, state).write(DealtWith(123_456_789_012_345_678, {}))
    last = DealtWith(123_456_789_012_345_679, {".": 1, "Gru\u0308\u00dfe \udcff": 2})
    Watermark(day, state).write(last)
    assert Watermark(day, state).read() == last
    assert Watermark(other, state).read() is None


def test_another_name_for_the_folder_has_the_same_moment(tmp_path):
    (tmp_path / "day").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "day")
    Watermark(tmp_path / "day", tmp_path / "state").write(DealtWith(5, {}))
    assert Watermark(tmp_path / "link", tmp_path / "state").read() == DealtWith(5, {})


def test_where_a_note_is_damaged_every_photo_is_looked_at_again(tmp_path, caplog):
    mark = Watermark(tmp_path, tmp_path / "state")
    mark.write(DealtWith(5, {}))
    (note,) = (tmp_path / "state").iterdir()
    for nonsense in (
        b"",
        b"\xff\xfe{",
        b"[1]",
        b'{"dealt_with_before_ns": null}',
        b'{"dealt_with_before_ns": 1, "folders": 5}',
    ):
        note.write_bytes(nonsense)
        assert mark.read() == NOTHING
        assert "looked at again" in caplog.text
        mark.write(DealtWith(6, {}))
        assert mark.read() == DealtWith(6, {})


def test_an_older_note_tells_of_no_folders_and_none_counts_as_new(tmp_path):
    mark = Watermark(tmp_path, tmp_path / "state")
    mark.write(DealtWith(5, {}))
    (note,) = (tmp_path / "state").iterdir()
    note.write_bytes(b'{"dealt_with_before_ns": 5}')
    assert mark.read() == DealtWith(5, None)
    assert not DealtWith(5, None).has_come(Path("card"), FileLook(0, 9, 9, 1))


@pytest.mark.parametrize(
    ("folder", "inode", "ctime_ns", "has_come"),
    [
        ("other", 1, 50, True),
        ("card", 1, 150, False),  # a file was written in it
        ("card", 2, 150, True),  # another folder took its place
        ("card", 2, 50, False),  # a FAT card that was put in again
    ],
)
def test_a_folder_has_come_where_its_name_is_new_or_another_took_its_place(folder, inode, ctime_ns, has_come):
    dealt_with = DealtWith(100, {"card": 1})
    assert dealt_with.has_come(Path(folder), FileLook(4096, ctime_ns, ctime_ns, inode)) == has_come
