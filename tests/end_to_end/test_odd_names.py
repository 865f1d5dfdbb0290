"""Names that a terminal would obey, and names that are no text: marked, listed, read and taken back like any other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.photo.marks import Marks
from tests.assist_cli.conftest import Answer
from tests.end_to_end.program import assist_process
from tests.end_to_end.stored_shoot import StoredShot, store_shots
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar

NO_TEXT = os.fsdecode(b"\xc9t\xe9 \xff")
ODD_NAMES = (
    NO_TEXT,
    "two\nlines",
    "red \x1b[31m bell \x07",
    'it\'s "a" <b> & [c]',
    "x" * 240,
    "--help",
    " ",
    "\u202egpj",
)
PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="2"/></rdf:RDF></x:xmpmeta>'
)


@pytest.fixture
def photos(tmp_path):
    """One photo a name, each in a folder of the same name, with a catalogue beside the tree."""
    found = [tmp_path / NO_TEXT / name / f"{name}.CR3" for name in ODD_NAMES]
    for photo in found:
        photo.parent.mkdir(parents=True)
        photo.touch()
    store_shots(tmp_path / "catalog.db", [StoredShot(photo, 4, people=Marks(keywords=("harbour",))) for photo in found])
    return found


@pytest.fixture
def assist(tmp_path):
    """Runs `assist` in a process of its own; what it says is plain."""

    def call(*arguments: str | Path, exit_code: int = 0) -> Answer:
        answer = assist_process(tmp_path / "catalog.db", *arguments)
        assert answer.exit_code == exit_code, answer
        said = answer.out + answer.err
        assert not [letter for letter in said if not letter.isprintable() and letter != "\n"]
        assert "Traceback" not in said
        return answer

    return call


def beside(photo: Path) -> Path:
    return photo.with_name(f"{photo.name}.xmp")


def test_photos_of_odd_names_are_marked_listed_and_taken_back(assist, photos, tmp_path):
    tree = tmp_path / NO_TEXT
    assist("sidecars", "write", tree, "--dry-run")
    assist("sidecars", "write", tree)
    for photo in photos:
        assert PlainSidecar(beside(photo).read_bytes()).stated("xmp:Rating") == "4"
        assert PlainSidecar(photo.with_suffix(".xmp").read_bytes()).stated("dc:subject") == ["harbour"]
    told = assist("sidecars", "write", tree, "--format", "jsonl").photos
    assert [one["status"] for one in told] == ["unchanged"] * 2 * len(photos)
    (run,) = assist("journal", "--format", "jsonl").photos
    assert len(assist("journal").out.splitlines()) == 1
    assert len(assist("journal", "--run", run["run"]).out.splitlines()) == 2 * len(photos)
    assert len(assist("journal", "--run", run["run"], "--format", "jsonl").photos) == 2 * len(photos)
    assert len(assist("undo", "--last", "--dry-run").out.splitlines()) == 2 * len(photos)
    assist("undo", "--last")
    assert {path for path in tree.rglob("*") if path.is_file()} == set(photos)


def test_marks_that_a_person_gave_photos_of_odd_names_come_back(assist, photos, tmp_path):
    for photo in photos:
        beside(photo).write_bytes(PACKET)
    told = assist("sidecars", "read", tmp_path / NO_TEXT, "--format", "jsonl").photos
    assert [one["marks"]["rating"] for one in told] == [2] * len(photos)
    assist("sidecars", "read", tmp_path / NO_TEXT)
    assist("sidecars", "write", tmp_path / NO_TEXT)
    for photo in photos:
        assert PlainSidecar(photo.with_suffix(".xmp").read_bytes()).stated("xmp:Rating") == "2"


def test_damaged_sidecars_of_odd_names_are_told_in_a_line_each(assist, photos, tmp_path):
    for photo in photos:
        beside(photo).write_bytes(b"<x")
    for verb in ("read", "write"):
        said = assist("sidecars", verb, tmp_path / NO_TEXT, exit_code=3).said
        assert len([line for line in said.splitlines() if "it is not XMP" in line]) == len(photos)


def test_photos_are_named_by_their_odd_names(assist, photos):
    assist("sidecars", "write", *photos)
    assert all(beside(photo).exists() for photo in photos)
