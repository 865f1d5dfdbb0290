"""Ends of files that are not written yet."""

from index.photo.file_window import window_on
from index.photo.whole_file.empty_tail import TAIL_BYTES, has_hole, is_empty_before


def test_an_end_is_empty_where_all_of_it_is_zero(in_window):
    data = b"\1" * 50 + bytes(TAIL_BYTES) + b"\1" * 50
    ends = {end: in_window(lambda window, end=end: is_empty_before(window, end), data) for end in (49, 65, 66, 67)}
    assert ends == {49: False, 65: False, 66: True, 67: False}


def test_a_written_file_has_no_hole(tmp_path):
    path = tmp_path / "full"
    path.write_bytes(b"\1" * 100_000)
    with window_on(path) as window:
        assert not has_hole(window)
