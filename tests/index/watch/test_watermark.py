"""Up to which moment everything was dealt with."""

from index.watch.watermark import Watermark


def test_the_moment_is_kept_for_each_folder(tmp_path):
    day, other = tmp_path / "day", tmp_path / "other"
    state = tmp_path / "state"
    assert Watermark(day, state).read() is None
    Watermark(day, state).write(123_456_789_012_345_678)
    Watermark(day, state).write(123_456_789_012_345_679)
    assert Watermark(day, state).read() == 123_456_789_012_345_679
    assert Watermark(other, state).read() is None


def test_another_name_for_the_folder_has_the_same_moment(tmp_path):
    (tmp_path / "day").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "day")
    Watermark(tmp_path / "day", tmp_path / "state").write(5)
    assert Watermark(tmp_path / "link", tmp_path / "state").read() == 5


def test_a_damaged_note_is_as_if_there_were_none(tmp_path, caplog):
    mark = Watermark(tmp_path, tmp_path / "state")
    mark.write(5)
    (note,) = (tmp_path / "state").iterdir()
    for nonsense in (b"", b"\xff\xfe{", b"[1]", b'{"dealt_with_before_ns": null}'):
        note.write_bytes(nonsense)
        assert mark.read() is None
        assert "looked at again" in caplog.text
        mark.write(6)
        assert mark.read() == 6
