"""Lines for people, or JSON lines."""

import io
import json

import pytest

from assist_cli.render.sidecar_writers import write_changes
from index.photo.marks import Marks
from index.photo.sidecar_place import Style


@pytest.fixture
def out(desk):
    """What comes out of planning or writing four stars in Adobe's style."""

    def call(dry_run=True, jsonl=False, stars=4):
        stream = io.StringIO()
        written = (desk.plan if dry_run else desk.write)(Marks(stars), Style.ADOBE)
        write_changes(stream, written, dry_run=dry_run, jsonl=jsonl)
        return stream.getvalue()

    return call


def test_a_dry_run_shows_the_difference_and_a_run_nothing_but_conflicts(desk, out):
    desk.photo("A.CR3")
    assert out().startswith("--- (no file)\n")
    assert out(dry_run=False) == ""


def test_conflicts_are_shown(desk, out):
    desk.photo("A.CR3")
    desk.darktable("A.CR3.xmp", rating=5)
    desk.read()
    desk.adobe("A.xmp", rating=2)
    assert "stars in conflict" in out(dry_run=False)


def test_the_difference_is_exact_whatever_a_file_holds(desk, out):
    """No markup, no picture for `:camera:`, and no line is broken."""
    desk.photo("A.CR3")
    path = desk.adobe("A.xmp", rating=2)
    odd = f"<!-- [bold]:camera: {'long ' * 60}-->"
    path.write_bytes(path.read_bytes().replace(b"/>", f">{odd}</rdf:Description>".encode()))
    desk.read()
    desk.says_here("A.CR3", Marks(4))
    assert odd in out()


def test_json_is_one_object_a_line(desk, out):
    desk.photo("A.CR3")
    desk.photo("B.JPG")
    told = [json.loads(line) for line in out(jsonl=True).splitlines()]
    assert [one["status"] for one in told] == ["would_write", "no_place"]
