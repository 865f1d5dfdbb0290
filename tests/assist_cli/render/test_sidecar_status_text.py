"""Sidecars and editors' views as lines."""

from assist_cli.render.sidecar_status_text import folder_line, reading_lines, status_lines, view_text
from assist_cli.workflows.sidecar_status import sidecar_status
from plugins.editors.registry import EDITORS
from plugins.editors.shown import Shown
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


def only(folder):
    (status,) = sidecar_status([folder])
    return status


def lines(folder, told=None):
    return [line.plain.rstrip() for line in status_lines(only(folder), told)]


def test_a_photo_is_told_place_by_place_and_view_by_view(tmp_path):
    photo(tmp_path / "IMG.CR3")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=4, label="Green", darktable=5)

    assert lines(tmp_path)[:6] == [
        f"{tmp_path}: 1 photo, 1 of them with sidecars; written by darktable 1",
        "IMG.CR3",
        "  IMG.CR3.xmp says 4 stars and label Green, by darktable",
        "    no stars                    in Lightroom Classic and Capture One",
        "    4 stars, label Green        in darktable and digiKam",
        "    cannot be told              in RawTherapee",
    ]


def test_a_note_is_told_once(tmp_path):
    for name in ("A", "B"):
        photo(tmp_path / f"{name}.CR3")
        sidecar(tmp_path / f"{name}.CR3.xmp", rating=4)
    told: set[str] = set()

    first = lines(tmp_path, told)

    assert sum("setting to read from sidecar files" in line for line in first) == 1
    assert sum("setting to read from sidecar files" in line for line in lines(tmp_path, told)) == 0


def test_photos_of_which_nothing_is_said_are_only_counted(tmp_path):
    photo(tmp_path / "IMG.CR3")

    assert lines(tmp_path) == [f"{tmp_path}: 1 photo, 0 of them with sidecars"]


def test_what_is_inside_a_photo_is_told_where_it_holds_marks(tmp_path):
    photo(tmp_path / "IMG.jpg", rating=3)

    assert "  the photo itself says 3 stars" in lines(tmp_path)


def test_what_is_not_read_is_told_in_its_place(tmp_path):
    photo(tmp_path / "IMG.CR3")
    (tmp_path / "IMG.CR3.xmp").write_bytes(b"hello")

    assert "  IMG.CR3.xmp is not read: it is not XMP" in lines(tmp_path)


def test_orphans_and_duplicates_are_counted(tmp_path):
    photo(tmp_path / "IMG.CR3")
    sidecar(tmp_path / "gone.CR3.xmp")
    sidecar(tmp_path / "IMG_01.CR3.xmp")

    assert folder_line(only(tmp_path)).plain.endswith("; 1 sidecar without a photo; 1 duplicate in darktable")


def test_a_name_does_not_move_the_cursor(tmp_path):
    photo(tmp_path / "IMG\n1.CR3")
    sidecar(tmp_path / "IMG\n1.CR3.xmp", label="Red&#10;x")

    assert not any("\n" in line or "\x1b" in line for line in lines(tmp_path))


def test_views_are_told_in_words():
    assert view_text(Shown()) == "cannot be told"
    assert view_text(Shown(stars=1, by_default=True, labels=())) == "1 star (as every import)"
    assert view_text(Shown(stars=0, rejected=True, crop=True)) == "no stars, a reject, a crop"
    assert view_text(Shown(stars=3, picked=True, labels=("Red", "Blue"))) == "3 stars, a pick, label Red and Blue"


def test_when_editors_look_is_told_for_every_editor():
    assert [line.plain.split("reads")[0].strip() for line in reading_lines()] == [editor.title for editor in EDITORS]
