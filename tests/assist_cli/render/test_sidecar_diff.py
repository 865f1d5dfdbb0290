"""The exact difference, line by line."""

import pytest

from index.photo.marks import Marks
from index.photo.sidecar_place import Style


@pytest.fixture
def diff(desk):
    """The difference that writing these stars makes to the one sidecar of a style."""

    def call(stars, style=Style.ADOBE):
        diffs = desk.plan(Marks(stars), style).diffs
        return [line for path, lines in diffs.items() if path.suffix != ".pp3" for line in lines]

    return call


def test_a_new_sidecar_is_all_new_lines(desk, diff):
    desk.photo("IMG.CR3")
    head, name, place, *lines = diff(4)
    assert (head, name) == ("--- (no file)", f"+++ {desk.folder / 'IMG.xmp'}")
    assert place.startswith("@@ -0,0")
    assert all(line.startswith("+") for line in lines)
    assert any('xmp:Rating="4"' in line for line in lines)


def test_only_what_changes_is_shown_and_what_stands_around_it(desk, diff):
    desk.photo("IMG.CR3")
    desk.adobe("IMG.xmp", keywords=("one", "two", "three", "four"), rating=None)
    lines = diff(4)
    assert sum(line.startswith(("+", "-")) for line in lines) <= 6
    assert not any("three" in line for line in lines)


def test_nothing_changes_nothing_is_shown(desk, diff):
    desk.photo("IMG.CR3")
    desk.adobe("IMG.xmp", rating=4)
    assert diff(4) == []


def test_encodings_are_read_as_they_are(desk, diff):
    desk.photo("IMG.CR3")
    path = desk.adobe("IMG.xmp", keywords=("Brücke",))
    text = path.read_text(encoding="utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"')
    path.write_bytes(text.encode("utf-16"))
    assert any('xmp:Rating="4"' in line for line in diff(4))


def test_profiles_of_rawtherapee_are_shown_too(desk):
    desk.photo("IMG.CR3")
    (desk.folder / "IMG.CR3.pp3").write_bytes(b"[Version]\nAppVersion=5.9\n\n[General]\nTitle=\xff\n")
    assert "+Rank=4" in desk.plan(Marks(4)).diffs[desk.folder / "IMG.CR3.pp3"]


def test_no_letter_of_a_file_moves_the_cursor(desk):
    desk.photo("IMG.CR3")
    path = desk.adobe("IMG.xmp", keywords=("x",))
    path.write_bytes(path.read_bytes().replace(b"</rdf:Description>", "<!-- \x9b2J -->\n</rdf:Description>".encode()))
    (lines,) = desk.plan(Marks(4), Style.ADOBE).diffs.values()
    assert lines
    assert not any("\x9b" in line for line in lines)
