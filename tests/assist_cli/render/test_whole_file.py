"""A file appears whole or not at all."""

import errno
import stat

import pytest

from assist_cli.render.whole_file import current_umask, write_whole, write_whole_pieces


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~current_umask()


def test_a_full_disk_leaves_what_was_there_and_names_the_file(tmp_path, monkeypatch):
    target = tmp_path / "report.json"
    target.write_text("old")

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(target, b"new")
    assert caught.value.filename == str(target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_folder_that_is_not_there_is_told_by_the_name_asked_for(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "nowhere" / "report.json", b"new")
    assert caught.value.filename == str(tmp_path / "nowhere" / "report.json")


def test_pieces_are_joined_in_their_order(tmp_path):
    write_whole_pieces(tmp_path / "sheet.html", (piece for piece in (b"one ", b"two ", b"three")))
    assert (tmp_path / "sheet.html").read_bytes() == b"one two three"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_nothing_is_left_where_a_piece_cannot_be_made(tmp_path, error):
    def pieces():
        yield b"one"
        raise error

    (tmp_path / "sheet.html").write_text("old")
    with pytest.raises(error):
        write_whole_pieces(tmp_path / "sheet.html", pieces())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("sheet.html", "old")]
