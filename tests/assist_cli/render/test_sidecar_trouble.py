"""Why a sidecar was left as it is, in one line."""

from pathlib import Path

from assist_cli.render.sidecar_trouble import some_named, trouble_line, unreadable_line
from assist_cli.workflows.marked_places import UnreadableSidecar


def test_a_line_names_the_file_the_reason_and_what_to_do():
    sidecar = UnreadableSidecar(Path("/p/IMG.xmp"), "it holds nothing", "move it away")
    assert unreadable_line(sidecar).plain == "/p/IMG.xmp: it holds nothing (move it away)"
    assert trouble_line(Path("/p/IMG.xmp"), "no room").plain == "/p/IMG.xmp: no room"


def test_names_and_reasons_cannot_move_the_cursor():
    line = trouble_line(Path("/p/\x1b[2J.xmp"), "it is a link to /x\x1b[31m", "rename \x07")
    assert line.plain == "/p/?[2J.xmp: it is a link to /x?[31m (rename ?)"


def test_many_files_are_named_by_the_first_ones():
    assert some_named([Path(f"/p/{number}.jpg") for number in range(8)]).endswith("6.jpg, 7.jpg")
    assert some_named([Path(f"/p/{number}.jpg") for number in range(1020)]).endswith("7.jpg and 1,012 more")
