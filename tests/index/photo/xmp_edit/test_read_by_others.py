"""What we wrote, as exiftool, exiv2 and darktable read it; and what they wrote, changed by us."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import AddItems, SetList, SetSimple, SetStructs
from index.photo.xmp_edit.splices import applied, reversed_splices
from tests.index.photo.xmp_edit.generated_sidecars import made_edits, made_sidecar

EXIFTOOL, EXIV2, DARKTABLE = (shutil.which(name) for name in ("exiftool", "exiv2", "darktable-cli"))
needs_exiftool = pytest.mark.skipif(EXIFTOOL is None, reason="exiftool is not installed")
needs_exiv2 = pytest.mark.skipif(EXIV2 is None, reason="exiv2 is not installed")
needs_darktable = pytest.mark.skipif(DARKTABLE is None, reason="darktable-cli is not installed")

KEYWORDS = ("Berlin", "a & <b>", 'Größe "x"', "日本語")
MARKS = (
    SetSimple("xmp:Rating", "4"),
    SetSimple("xmp:Label", "Green"),
    SetSimple("xmpDM:pick", "1"),
    SetSimple("xmpDM:good", "True"),
    SetList("darktable:colorlabels", "Seq", ("2",)),
    AddItems("dc:subject", "Bag", KEYWORDS),
    AddItems("lr:hierarchicalSubject", "Bag", ("Places|Berlin",)),
)


def run(*command: str | Path | None) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, encoding="utf-8").stdout


def as_exiftool_reads(sidecar: Path) -> dict[str, object]:
    return json.loads(run(EXIFTOOL, "-json", "-G1", "-n", "-struct", "-XMP:all", sidecar))[0]


def as_exiv2_reads(sidecar: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in run(EXIV2, "-PXkv", sidecar).splitlines():
        key, _, value = line.partition(" ")
        found.setdefault(key, []).append(value.strip())
    return found


def marked(path: Path, data: bytes | None) -> Path:
    result = edited(data, MARKS)
    assert applied(result.data, reversed_splices(data or b"", result.splices)) == (data or b"")
    path.write_bytes(result.data)
    return path


def assert_exiftool_reads_the_marks(sidecar: Path) -> None:
    found = as_exiftool_reads(sidecar)
    assert (found["XMP-xmp:Rating"], found["XMP-xmp:Label"]) == (4, "Green")
    assert set(KEYWORDS) <= set(found["XMP-dc:Subject"])
    assert "Places|Berlin" in found["XMP-lr:HierarchicalSubject"]


def assert_exiv2_reads_the_marks(sidecar: Path) -> None:
    found = as_exiv2_reads(sidecar)
    assert (found["Xmp.xmp.Rating"], found["Xmp.xmp.Label"]) == (["4"], ["Green"])
    assert (found["Xmp.xmpDM.pick"], found["Xmp.darktable.colorlabels"]) == (["1"], ["2"])
    assert all(keyword in found["Xmp.dc.subject"][0] for keyword in KEYWORDS)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "IMG.jpg"
    Image.linear_gradient("L").convert("RGB").resize((300, 200)).save(path)
    return path


@needs_exiftool
def test_exiftool_reads_a_new_sidecar(tmp_path):
    assert_exiftool_reads_the_marks(marked(tmp_path / "new.xmp", None))


@needs_exiv2
def test_exiv2_reads_a_new_sidecar(tmp_path):
    assert_exiv2_reads_the_marks(marked(tmp_path / "new.xmp", None))


@needs_exiftool
@pytest.mark.parametrize("compact", ["0", "1", "4"])
def test_sidecar_that_exiftool_wrote_takes_marks_and_keeps_the_rest(tmp_path, photo, compact):
    told = (
        "-XMP:Rating=1",
        "-XMP-dc:Subject=old",
        "-XMP-dc:Title=Tïtle",
        "-XMP-xmpMM:HistoryAction=saved",
        "-XMP-mwg-rs:RegionName=Bob",
    )
    run(EXIFTOOL, "-q", "-api", f"Compact={compact}", "-o", tmp_path / "old.xmp", *told, photo)
    old = as_exiftool_reads(tmp_path / "old.xmp")
    sidecar = marked(tmp_path / "new.xmp", (tmp_path / "old.xmp").read_bytes())
    assert_exiftool_reads_the_marks(sidecar)
    kept = {name: value for name, value in old.items() if name.partition(":")[2] in ("Title", "History", "RegionInfo")}
    assert len(kept) == 3
    assert kept.items() <= as_exiftool_reads(sidecar).items()


@needs_exiv2
def test_sidecar_that_exiv2_wrote_takes_marks_and_keeps_the_rest(tmp_path, photo):
    run(
        EXIV2,
        "-Mset Xmp.xmp.Rating 1",
        "-Madd Xmp.dc.subject XmpBag old",
        "-Mset Xmp.dc.title lang=x-default Tïtle",
        photo,
    )
    run(EXIV2, "-eX", photo)
    sidecar = marked(tmp_path / "new.xmp", photo.with_suffix(".xmp").read_bytes())
    assert_exiv2_reads_the_marks(sidecar)
    assert as_exiv2_reads(sidecar)["Xmp.dc.title"] == ['lang="x-default" Tïtle']


@needs_exiftool
def test_exiftool_finds_no_new_fault_in_generated_sidecars(tmp_path):
    for seed in range(60):
        made = made_sidecar(seed)
        (tmp_path / f"{seed}.xmp").write_bytes(made.data)
        (tmp_path / f"new{seed}.xmp").write_bytes(edited(made.data, made_edits(seed)).data)
    found = json.loads(run(EXIFTOOL, "-json", "-warning", "-error", tmp_path))
    sound = {Path(entry["SourceFile"]).stem for entry in found if not {"Warning", "Error"} & entry.keys()}
    assert len(sound) > 100
    assert all(f"new{seed}" in sound for seed in range(60) if str(seed) in sound)


@needs_exiv2
def test_exiv2_reads_every_generated_sidecar_still_that_it_could_read(tmp_path):
    def reads(data: bytes) -> bool:
        (tmp_path / "a.xmp").write_bytes(data)
        return subprocess.run([EXIV2, "-PXkv", tmp_path / "a.xmp"], capture_output=True, check=False).returncode == 0

    made = [(made_sidecar(seed).data, made_edits(seed)) for seed in range(60)]
    readable = [(data, edits) for data, edits in made if reads(data)]
    assert len(readable) > 20
    assert all(reads(edited(data, edits).data) for data, edits in readable)


@needs_exiv2
@needs_darktable
def test_darktable_takes_the_stars_the_keywords_and_a_step_of_its_history(tmp_path, photo):
    """darktable's own sidecar comes from the copy of it that an exported picture has in it."""
    options = (
        "--core",
        "--configdir",
        tmp_path / "cfg",
        "--cachedir",
        tmp_path / "cache",
        "--library",
        ":memory:",
        "--disable-opencl",
    )
    first, second = tmp_path / "first.jpg", tmp_path / "second.jpg"
    run(DARKTABLE, photo, first, *options)
    run(EXIV2, "-eX", first)
    own = first.with_suffix(".xmp").read_bytes()
    packet = read_xmp(own)
    end = packet.simple("darktable:history_end")
    assert end is not None
    assert packet.structs("darktable:history")
    crop = {
        "darktable:num": end,
        "darktable:operation": "crop",
        "darktable:enabled": "1",
        "darktable:modversion": "1",
        "darktable:params": "0000803ecdcccc3d0000403f9a99193f0000000000000000",
        "darktable:multi_name": "",
        "darktable:multi_priority": "0",
    }
    edits = [
        *MARKS,
        SetStructs("darktable:history", "Seq", frozenset(), (crop,)),
        SetSimple("darktable:history_end", str(int(end) + 1)),
    ]
    sidecar = photo.with_name("IMG.jpg.xmp")
    sidecar.write_bytes(edited(own, edits).data)
    run(DARKTABLE, photo, sidecar, second, *options)
    with Image.open(second) as picture:
        assert picture.size == (150, 100)
    found = as_exiv2_reads(second)
    assert (found["Xmp.xmp.Rating"], found["Xmp.darktable.colorlabels"]) == (["4"], ["2"])
    # Where there are keywords with levels, darktable 4.2.1 takes those only, and writes every level of them.
    assert found["Xmp.dc.subject"] == ["Berlin, Places"]
