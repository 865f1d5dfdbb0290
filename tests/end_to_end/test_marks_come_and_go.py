"""A person with real editors beside us: their marks are never overwritten, come back, and are told where an undo meets them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from index.journal.journal_path import journal_path
from index.photo.marks import CropBox, Marks
from tests.end_to_end.stored_shoot import StoredShot, store_shots
from tests.real_editors import darktable_library, exiftool, exiv2
from tests.real_editors.darktable_import import darktable_imports, darktable_writes_sidecars
from tests.real_editors.darktable_library import DarktableShows, darktable_exports
from tests.real_editors.darktable_library import darktable_library as library_of
from tests.real_editors.exiftool import exiftool_shows, exiftool_writes
from tests.real_editors.exiv2 import exiv2_shows, exiv2_writes

REASON = ", ".join(filter(None, (exiftool.SKIP_REASON, exiv2.SKIP_REASON)))
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON)
needs_darktable = pytest.mark.skipif(
    darktable_library.SKIP_REASON is not None, reason=str(darktable_library.SKIP_REASON)
)


class Pair:
    """A RAW file and its JPEG; four stars and the green label are advised."""

    def __init__(self, folder: Path, catalog: Path) -> None:
        self.folder, self.catalog = folder, catalog
        folder.mkdir()
        self.jpeg, self.raw = folder / "IMG_1.JPG", folder / "IMG_1.CR3"
        Image.new("RGB", (600, 400), "olive").save(self.jpeg)
        self.raw.touch()
        self.own, self.raws, self.adobes = folder / "IMG_1.JPG.xmp", folder / "IMG_1.CR3.xmp", folder / "IMG_1.xmp"
        self.advise(4, "keeper")

    def advise(self, stars: int, decision: str, people: Marks | None = None) -> None:
        store_shots(self.catalog, [StoredShot(self.jpeg, stars, decision, people, (self.raw,))])

    @property
    def sidecars(self) -> list[Path]:
        return [self.own, self.raws, self.adobes]

    def stars(self) -> list[object]:
        """As exiftool reads them, sidecar by sidecar."""
        return [exiftool_shows(path).get("XMP-xmp:Rating") for path in self.sidecars]

    def labels(self) -> list[object]:
        return [exiftool_shows(path).get("XMP-xmp:Label") for path in self.sidecars]


@pytest.fixture
def pair(tmp_path, catalog):
    return Pair(tmp_path / "shoot", catalog)


@pytest.fixture
def write(assist, pair):
    """Runs `assist sidecars write`; the name of its run, or None where nothing was written."""

    def call(*options: str, exit_code: int = 0) -> str | None:
        answer = assist("sidecars", "write", pair.folder, "--format", "jsonl", *options)
        assert answer.exit_code == exit_code, answer
        return next((told["run"] for told in answer.photos if told["status"] == "written"), None)

    return call


def days_ago(pair: Pair, run: str, day: str) -> str:
    """As if the run had been on that day; its name."""
    name = f"{day}-1"
    with closing(sqlite3.connect(journal_path(pair.catalog))) as journal, journal:
        journal.execute("UPDATE runs SET name = ?, started = ? WHERE name = ?", [name, f"{day}T12:00:00+00:00", run])
    return name


def test_a_pair_is_marked_together_and_undone_on_another_day(assist, pair, write):
    run = days_ago(pair, write(), "2026-02-03")
    assert pair.stars() == [4, 4, 4]
    assert pair.labels() == ["Green"] * 3
    listed = assist("journal").out
    assert run in listed
    assert "3 files" in listed
    assert assist("undo", "--run", run).exit_code == 0
    assert not any(path.exists() for path in pair.sidecars)
    assert "all taken back" in assist("journal").out
    assert "nothing is left to take back" in assist("undo", "--run", run).err


@pytest.mark.parametrize("options", [(), ("--keep-times",)])
def test_permissions_stay_and_times_only_if_asked_for_until_an_undo_brings_them_back(assist, pair, write, options):
    exiftool_writes(pair.raws, "-XMP-dc:Title=Harbour")
    pair.raws.chmod(0o640)
    os.utime(pair.raws, ns=(1_700_000_000_123_456_789, 1_700_000_000_123_456_789))
    before, data = pair.raws.stat(), pair.raws.read_bytes()
    write(*options)
    after = pair.raws.stat()
    assert after.st_mode == before.st_mode
    assert (after.st_mtime_ns == before.st_mtime_ns) is bool(options)
    assert assist("undo", "--last").exit_code == 0
    restored = pair.raws.stat()
    assert (restored.st_mode, restored.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    assert pair.raws.read_bytes() == data


def test_unknown_run_is_told_with_the_nearest(assist, pair, write):
    days_ago(pair, write(), "2026-02-03")
    answer = assist("undo", "--run", "2026-02-04-1")
    assert answer.exit_code != 0
    assert answer.err.count("\n") == 1
    assert "2026-02-03-1" in answer.err
    assert all(path.exists() for path in pair.sidecars)


def test_a_persons_stars_are_left_alone_until_they_are_read_and_then_go_everywhere(assist, pair, write):
    write()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=2", "-XMP-dc:Title=Harbour")
    assert write() is None
    assert pair.stars() == [4, 2, 4]
    answer = assist("sidecars", "read", pair.folder)
    assert answer.exit_code == 0
    assert "IMG_1.CR3.xmp" in answer.said
    write()
    assert pair.stars() == [2, 2, 2]
    assert exiftool_shows(pair.raws)["XMP-dc:Title"] == "Harbour"
    assert exiv2_shows(pair.adobes)["Xmp.xmp.Rating"] == "2"
    assert write() is None


def test_stars_that_a_person_took_away_do_not_come_back(assist, pair, write):
    write()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=")
    exiv2_writes(pair.adobes, "set Xmp.xmp.Rating 0")
    assert write() is None
    assert pair.stars() == [4, None, 0]
    assert assist("sidecars", "read", pair.folder).exit_code == 0
    write()
    assert pair.stars()[0] in (None, 0)
    assert write() is None


def test_editors_that_disagree_are_named_and_settled_by_a_preference(assist, pair, write):
    write()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=2")
    exiv2_writes(pair.adobes, "set Xmp.xmp.Rating 5")
    answer = assist("sidecars", "read", pair.folder)
    assert "in conflict, left alone: ★★☆☆☆ in IMG_1.CR3.xmp, ★★★★★ in IMG_1.xmp" in answer.said
    assert write() is None
    assert pair.stars() == [4, 2, 5]
    assert "in conflict" in assist("sidecars", "read", pair.folder).said
    assert "in conflict" not in assist("sidecars", "read", pair.folder, "--prefer", "adobe").said
    write()
    assert pair.stars() == [5, 5, 5]


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


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_dry_run_shows_the_exact_difference(assist, pair, write, tmp_path):
    write("--advice", "stars")
    exiftool_writes(pair.raws, "-XMP-dc:Title=Harbour")
    before = {path: path.read_bytes() for path in pair.sidecars}
    answer = assist("sidecars", "write", pair.folder, "--advice", "labels,keywords", "--format", "jsonl", "--dry-run")
    assert {path: path.read_bytes() for path in pair.sidecars} == before
    patched = {}
    for told in answer.photos:
        work = tmp_path / "work.xmp"
        work.write_bytes(before[Path(told["path"])])
        lines = "\n".join(told["diff"]) + "\n"
        subprocess.run(["patch", "--quiet", work], input=lines, text=True, check=True, capture_output=True)
        patched[Path(told["path"])] = work.read_bytes()
    write("--advice", "labels,keywords")
    assert {path: path.read_bytes() for path in pair.sidecars} == patched


@needs_darktable
def test_star_of_a_darktable_import_is_nobodys_and_darktable_then_shows_ours(assist, pair, write):
    darktable_writes_sidecars(pair.folder)
    before = pair.own.read_bytes()
    assert exiftool_shows(pair.own)["XMP-xmp:Rating"] == 1
    run = write()
    assert library_of(pair.jpeg).shows == DarktableShows(4, False, ("Green",))
    assert assist("undo", "--run", run).exit_code == 0
    assert pair.own.read_bytes() == before


@needs_darktable
def test_undo_after_darktable_has_written_our_sidecar_anew_takes_only_our_marks(assist, pair, write):
    pair.advise(4, "keeper", Marks(crop=CropBox(0.25, 0.25, 0.75, 0.75)))
    run = write("--advice", "stars,labels,flags,keywords")
    shown = library_of(pair.jpeg)
    assert ("crop", True) in shown.steps
    darktable_writes_sidecars(pair.folder)
    assert write("--advice", "stars,labels,flags,keywords") is None
    assert library_of(pair.jpeg).shows == shown.shows == DarktableShows(4, False, ("Green",))
    answer = assist("undo", "--run", run)
    assert answer.exit_code == 0, answer.out
    left = exiftool_shows(pair.own)
    assert left["XMP-darktable:Raw_params"] in (0, "0")
    assert left.get("XMP-xmp:Rating") in (None, 0, 1)
    for name in ("XMP-xmp:Label", "XMP-darktable:Colorlabels", "XMP-digiKam:PickLabel", "XMP-dc:Subject"):
        assert name not in left
    after = library_of(pair.jpeg)
    assert after.tags == ()
    assert after.shows.labels == ()
    assert (
        dict(after.steps)["crop"] is False
    )  # the step is darktable's own by now: another one behind it switches it off


LIGHTROOMS = """<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
   tiff:ImageWidth="600" tiff:ImageLength="400" tiff:Orientation="1" crs:HasCrop="True"
   crs:CropTop="0.25" crs:CropLeft="0.25" crs:CropBottom="0.75" crs:CropRight="0.75" crs:CropAngle="0">
   <xmpMM:History>
    <rdf:Seq>
     <rdf:li stEvt:action="saved" stEvt:softwareAgent="Adobe Photoshop Lightroom Classic 15.3 (Windows)"/>
    </rdf:Seq>
   </xmpMM:History>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""


def exported_size(photo, tmp_path):
    home = tmp_path / "darktable"
    home.mkdir()
    darktable_exports(photo, home / "picture.jpg", at_home=home)
    with Image.open(home / "picture.jpg") as picture:
        return picture.size


@needs_darktable
def test_darktable_crops_once_though_the_sidecar_of_adobes_style_is_cropped_too(pair, write, tmp_path):
    pair.advise(4, "keeper", Marks(crop=CropBox(0.25, 0.25, 0.75, 0.75)))
    write("--style", "both")
    assert [exiftool_shows(path).get("XMP-crs:HasCrop") for path in pair.sidecars] == [None, None, True]
    assert exported_size(pair.jpeg, tmp_path) == (300, 200)


@needs_darktable
def test_darktable_crops_once_where_the_crop_is_lightrooms(assist, pair, tmp_path):
    pair.adobes.write_text(LIGHTROOMS, encoding="utf-8")
    assert "marks of 1 photo taken in" in assist("sidecars", "read", pair.folder).said
    answer = assist("sidecars", "write", pair.folder, "--style", "both")
    assert answer.said.count("darktable takes over the crop of IMG_1.xmp by itself, and would crop twice") == 2
    assert exported_size(pair.jpeg, tmp_path) == (300, 200)


@needs_darktable
def test_darktable_shows_what_a_person_marked_with_exiftool_and_we_carried_over(assist, pair, write):
    write()
    exiftool_writes(pair.adobes, "-XMP-xmp:Rating=5", "-XMP-xmp:Label=Blue", "-XMP-dc:Subject=boats")
    assert "marks of 1 photo taken in" in assist("sidecars", "read", pair.folder).said
    write()
    assert darktable_imports(pair.folder)["IMG_1.JPG"] == DarktableShows(5, False, ("Blue",))
    assert library_of(pair.jpeg).tags == ("boats",)
