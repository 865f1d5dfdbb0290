"""An undo beside real editors: our marks go, whatever others wrote stays, and what cannot be taken back is told."""

from __future__ import annotations

import pytest

from index.photo.marks import CropBox, Marks
from tests.end_to_end.marked_pair import SKIP_REASON, Pair, days_ago, writing
from tests.real_editors.exiftool import exiftool_shows, exiftool_writes
from tests.real_editors.exiv2 import exiv2_shows, exiv2_writes

pytestmark = pytest.mark.skipif(bool(SKIP_REASON), reason=SKIP_REASON)


@pytest.fixture
def pair(tmp_path, catalog):
    return Pair(tmp_path / "shoot", catalog)


@pytest.fixture
def write(assist, pair):
    return writing(assist, pair)


def test_unknown_run_is_told_with_the_nearest(assist, pair, write):
    days_ago(pair, write(), "2026-02-03")
    answer = assist("undo", "--run", "2026-02-04-1")
    assert answer.exit_code != 0
    assert answer.err.count("\n") == 1
    assert "2026-02-03-1" in answer.err
    assert all(path.exists() for path in pair.sidecars)


def test_undo_refuses_what_a_person_changed_and_takes_back_the_rest(assist, pair, write):
    run = write()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=2")
    kept = pair.raws.read_bytes()
    planned = assist("undo", "--run", run, "--dry-run")
    answer = assist("undo", "--run", run)
    assert (planned.exit_code, answer.exit_code) == (1, 1)
    for said in (planned, answer):
        (line,) = (line for line in said.out.splitlines() if "left alone" in line)
        assert line == f"{pair.raws}: left alone, the stars were changed to 2 since"
    assert pair.raws.read_bytes() == kept
    assert not pair.own.exists()
    assert not pair.adobes.exists()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=4")
    assert assist("undo", "--run", run).exit_code == 0
    assert "XMP-xmp:Rating" not in exiftool_shows(pair.raws)


def test_undo_keeps_what_others_wrote_besides_and_takes_our_marks_away(assist, pair, write):
    run = write("--advice", "stars,labels,flags,keywords")
    exiftool_writes(pair.raws, "-XMP-dc:Title=Harbour", "-XMP-dc:Subject+=boats")
    exiv2_writes(pair.adobes, "set Xmp.photoshop.City Bergen")
    assert assist("undo", "--run", run).exit_code == 0
    left = exiftool_shows(pair.raws)
    # digiKam's label was not there before us, so that it goes: none is said only where something was said.
    assert left.keys() == {"XMP-x:XMPToolkit", "XMP-dc:Title", "XMP-dc:Subject"}
    assert (left["XMP-dc:Title"], left["XMP-dc:Subject"]) == ("Harbour", ["boats"])
    assert exiv2_shows(pair.adobes) == {"Xmp.photoshop.City": "Bergen"}
    assert not pair.own.exists()


def test_undo_refuses_a_run_whose_marks_a_later_one_wrote_again(assist, pair, write):
    first = write()
    pair.advise(5, "alternate")
    second = write()
    assert pair.stars() == [5, 5, 5]
    answer = assist("undo", "--run", first)
    assert answer.exit_code == 1
    assert answer.said.count(f"run {second} has written the same marks since; take that one back first") == 3
    assert assist("undo", "--run", second).exit_code == 0
    assert pair.stars() == [4, 4, 4]
    assert assist("undo", "--run", first).exit_code == 0
    assert not any(path.exists() for path in pair.sidecars)


def test_an_undo_can_be_undone(assist, pair, write):
    run = write()
    after = [path.read_bytes() for path in pair.sidecars]
    assist("undo", "--run", run)
    undo = assist("journal", "--format", "jsonl").photos[-1]
    assert undo["undoes"] == run
    assert assist("undo", "--run", undo["run"]).exit_code == 0
    assert [path.read_bytes() for path in pair.sidecars] == after


def test_sidecars_that_are_gone_or_moved_are_told(assist, pair, write):
    pair.adobes.write_bytes(b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
                            b'<rdf:Description rdf:about=""/></rdf:RDF></x:xmpmeta>')  # fmt: skip
    before = pair.adobes.read_bytes()
    run = write()
    pair.adobes.rename(pair.folder / "elsewhere.xmp")
    pair.own.unlink()
    answer = assist("undo", "--run", run)
    assert answer.exit_code == 1
    assert f"{pair.adobes}: left alone, the file is gone; if it was moved, move it back first" in answer.said
    assert not pair.raws.exists()
    (pair.folder / "elsewhere.xmp").rename(pair.adobes)
    assert assist("undo", "--run", run).exit_code == 0
    assert pair.adobes.read_bytes() == before


def test_undo_needs_no_catalogue(assist, pair, write):
    write()
    pair.catalog.unlink()
    assert assist("undo", "--last").exit_code == 0
    assert not any(path.exists() for path in pair.sidecars)


def test_undo_of_a_crop_beside_which_others_wrote_needs_the_catalogue(assist, pair, write):
    pair.advise(4, "keeper", Marks(crop=CropBox(0.1, 0.2, 0.7, 0.9)))
    run = write("--advice", "none")
    exiftool_writes(pair.adobes, "-XMP-dc:Title=Harbour")
    kept, away = pair.adobes.read_bytes(), pair.catalog.with_name("away.db")
    pair.catalog.rename(away)
    answer = assist("undo", "--run", run)
    assert answer.exit_code == 1
    assert "the photo is not in the catalogue, so that its crop cannot be told; score it first" in answer.said
    assert (pair.adobes.read_bytes(), pair.raws.exists()) == (kept, False)
    away.rename(pair.catalog)
    assert assist("undo", "--run", run).exit_code == 0
    assert exiftool_shows(pair.adobes)["XMP-dc:Title"] == "Harbour"
    assert "XMP-crs:HasCrop" not in exiftool_shows(pair.adobes)
