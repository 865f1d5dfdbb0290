"""A cull of 200 photos in a real terminal, with the keyboard alone: sidecars hold what the keys said, and undo brings all back."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep

import pytest

from tests.assist_cli.screens.tmux_terminal import ROOT, Terminal
from tests.end_to_end.program import assist_process
from tests.real_editors import exiftool
from tests.real_editors.exiftool import exiftool_shows_each

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux, which is not installed"),
    pytest.mark.skipif(exiftool.SKIP_REASON is not None, reason=str(exiftool.SKIP_REASON)),
]

PHOTOS = 200
RAWS = ("1_DSC_0130.NEF", "2_DSC_0130.NEF", "5_DSC_0130.NEF")
"""Files that are no DNG, so that Lightroom puts a sidecar beside them."""
COLOURS = {"Red": (1, 0), "Blue": (5, 3)}
"""What digiKam and darktable call them."""


@dataclass
class Said:
    """What the keys said of one photo."""

    stars: int | None = None
    flag: str | None = None
    label: str | None = None

    def press(self, key: str) -> None:
        """By the keymap `lightroom`, as its documentation has it."""
        if key in "12345":
            self.stars = int(key)
        elif key.lower() in "px":
            self.flag = {"p": "picked", "x": "rejected"}[key.lower()]
        elif key in "6(":
            self.label = {"6": "Red", "(": "Blue"}[key]

    @property
    def is_unrated(self) -> bool:
        return not self.stars and not self.flag

    def in_darktable(self) -> dict[str, object]:
        """The marks of `IMG.JPG.xmp`, as exiftool names them."""
        shown: dict[str, object] = {"XMP-xmp:Rating": self.stars} if self.stars else {}
        if self.flag == "rejected":
            shown["XMP-xmp:Rating"] = -1
        if self.flag:
            shown["XMP-digiKam:PickLabel"] = {"picked": 3, "rejected": 1}[self.flag]
        if self.label:
            digikam, darktable = COLOURS[self.label]
            shown |= {"XMP-xmp:Label": self.label, "XMP-digiKam:ColorLabel": digikam}
            shown["XMP-darktable:Colorlabels"] = [darktable]
        return shown

    def in_lightroom(self) -> dict[str, object]:
        """The marks of `IMG.xmp`."""
        shown: dict[str, object] = {"XMP-xmp:Rating": self.stars} if self.stars else {}
        if self.flag:
            shown |= {"XMP-xmpDM:Pick": {"picked": 1, "rejected": -1}[self.flag]}
            shown |= {"XMP-xmpDM:Good": self.flag == "picked"}
        return shown | ({"XMP-xmp:Label": self.label} if self.label else {})


@dataclass
class Shoot:
    """The folder, and the table of what every photo is to say; `touched`: those of which a key said something."""

    folder: Path
    stems: list[str]
    table: dict[str, Said]
    touched: set[str] = field(default_factory=set)

    def press(self, number: int, keys: str) -> None:
        """Notes it; photos are counted from 1."""
        stem = self.stems[number - 1]
        for key in keys:
            self.table[stem].press(key)
        if keys.strip("u"):
            self.touched.add(stem)

    def counts(self) -> str:
        said = self.table.values()
        flags = [one.flag for one in said]
        stars = sum(bool(one.stars) for one in said)
        left = sum(one.is_unrated for one in said)
        return (
            f"{PHOTOS} photos: {flags.count('picked')} picked, {flags.count('rejected')} rejected, "
            f"{stars} with stars, {left} left"
        )

    def files(self) -> dict[str, tuple[bytes, int]]:
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in self.folder.iterdir()}

    def sidecars_to_be(self) -> dict[str, dict[str, object]]:
        """By name, what exiftool is to show of the photos that a key said something of."""
        wanted = {}
        for photo in self.folder.iterdir():
            said = self.table.get(photo.stem)
            if photo.suffix == ".xmp" or said is None or photo.stem not in self.touched:
                continue
            wanted[f"{photo.name}.xmp"] = said.in_darktable()
            if photo.suffix == ".NEF":
                wanted[f"{photo.stem}.xmp"] = said.in_lightroom()
        return wanted


@pytest.fixture
def shoot(shoot_dir, tmp_path) -> Shoot:
    """The rendered shoot again and again: other names, other bytes, the same pictures; RAW beside JPEG, and RAW alone."""
    folder = tmp_path / "shoot"
    folder.mkdir()
    for copy in range(1, 9):
        for photo in shoot_dir.glob("DSC_*"):
            made = folder / f"{copy}_{photo.name}"
            made.write_bytes(photo.read_bytes() + b"%d" % copy)
    for name in RAWS:
        (folder / name).write_bytes((shoot_dir / "DSC_0116.DNG").read_bytes() + name.encode())
    names = sorted((photo.name.casefold(), photo.stem) for photo in folder.iterdir())
    stems = list(dict.fromkeys(stem for _, stem in names))
    for photo in [*folder.iterdir()]:
        if photo.stem not in stems[:PHOTOS]:
            photo.unlink()
    return Shoot(folder, stems[:PHOTOS], {stem: Said() for stem in stems[:PHOTOS]})


@pytest.fixture
def terminal(tmp_path_factory) -> Iterator[Terminal]:
    # A short name: sockets allow about a hundred letters.
    opened = Terminal(tmp_path_factory.mktemp("t") / "s")
    yield opened
    opened.close()


@pytest.fixture
def cull(terminal, shoot, tmp_path):
    """Opens the cull in the terminal."""

    def call(*options: str) -> Terminal:
        terminal.start(
            *(sys.executable, "-m", "assist_cli", "cull", str(shoot.folder), *options),
            ASSIST_CATALOG=str(tmp_path / "catalog.db"),
            TERM="screen-256color",
            COLORTERM="truecolor",
            PYTHONPATH=str(ROOT),
        )
        terminal.until(shoot.stems[0], f"1/{PHOTOS}")
        return terminal

    return call


LOOKS_AGAIN_S = 1.5
"""Longer than a screen takes to come, lest a second key sends it away again."""
PATTERN = ("p", "x", "1", "2", "3", "4", "5", "6", "P4", "(5", " ", "u")
"""What a person presses on one photo after the other: a space goes on, capitals and the bracket stay on the photo."""


def compare_the_first_bracket(played: Terminal, shoot: Shoot) -> None:
    """Of frames that belong together one is kept, and none is lost."""
    first, second = shoot.stems[:2]
    played.press("c")
    while played.until_any(f"2  {second}", "Which frames belong to the moment") != f"2  {second}":
        sleep(LOOKS_AGAIN_S)  # moments are told once all are judged
        played.press("c")
        sleep(LOOKS_AGAIN_S)
    played.until(f"1  {first}")
    played.press("2")
    played.until(f"Picked: {second}")
    shoot.press(2, "p")
    played.press("Enter", "Home")
    played.until(f"1/{PHOTOS}")
    played.press("Right", "Right")
    played.until(f"3/{PHOTOS}")


def mark_one_after_the_other(played: Terminal, shoot: Shoot, start: int, end: int) -> None:
    for number in range(start, end):
        keys = PATTERN[number % len(PATTERN)]
        played.press(*("Space" if key == " " else key for key in keys))
        shoot.press(number, keys.strip())
        if number % 10 == 0 or number == end - 1:
            played.until(f"{number + 1}/{PHOTOS}")


def take_three_back(played: Terminal, shoot: Shoot, start: int) -> None:
    """The last three photos that were marked with one key each; then they are marked otherwise."""
    for number in (start + 2, start + 1, start):
        played.press("C-z")
        played.until(f"Taken back: {shoot.stems[number - 1]}")
        shoot.table[shoot.stems[number - 1]] = Said()
        shoot.touched.discard(shoot.stems[number - 1])
    played.until(f"{start}/{PHOTOS}")
    played.press("x", "5", "Right")
    shoot.press(start, "x")
    shoot.press(start + 1, "5")
    played.until(f"{start + 3}/{PHOTOS}")


def mark_in_the_grid(played: Terminal, shoot: Shoot, start: int, end: int) -> None:
    played.press("g")
    played.until(shoot.stems[start - 1], "Enter loupe")
    for number in range(start, end):
        key = "px3"[number % 3]
        played.press(key)
        shoot.press(number, key)
    played.until(f"{shoot.stems[end - 2]}: ")
    played.press("Enter")
    played.until(f"{end}/{PHOTOS}")


def reject_what_a_filter_shows(played: Terminal, shoot: Shoot, start: int, count: int) -> None:
    unrated = [number for number, stem in enumerate(shoot.stems, 1) if shoot.table[stem].is_unrated]
    played.press("\\", *"unrated", "Enter")
    played.until(f"Shown: unrated, {len(unrated)} of {PHOTOS}")
    there = [number for number in unrated if number >= start][:count]
    for number in there:
        played.press("x")
        shoot.press(number, "x")
        played.until(f"{shoot.stems[number - 1]}: rejected")
    played.press("\\", *"all", "Enter")
    played.until(f"Shown: all, {PHOTOS} of {PHOTOS}")


def pick_the_last(played: Terminal, shoot: Shoot) -> None:
    played.press("End")
    played.until(f"{PHOTOS}/{PHOTOS}")
    played.press("p")
    shoot.press(PHOTOS, "p")
    played.until(f"{shoot.stems[-1]}: picked")


def play(played: Terminal, shoot: Shoot) -> None:
    """All of it, then the summary; sidecars are written."""
    compare_the_first_bracket(played, shoot)
    mark_one_after_the_other(played, shoot, 3, 101)
    take_three_back(played, shoot, 98)
    mark_in_the_grid(played, shoot, 101, 131)
    reject_what_a_filter_shows(played, shoot, 131, 5)
    pick_the_last(played, shoot)
    played.press("q")
    played.until(shoot.counts())
    played.press("Enter")
    played.until("assist undo --last brings every sidecar back as it was", "LEFT WITH 0")


MARKS = {
    *("XMP-xmp:Rating", "XMP-xmp:Label", "XMP-xmpDM:Pick", "XMP-xmpDM:Good"),
    *("XMP-digiKam:PickLabel", "XMP-digiKam:ColorLabel", "XMP-darktable:Colorlabels"),
}


def marks_shown(sidecars: list[Path]) -> dict[str, dict[str, object]]:
    """What exiftool reads of the marks in each of them."""
    shown = exiftool_shows_each(sidecars)
    return {
        path.name: {name: value for name, value in one.items() if name in MARKS}
        for path, one in zip(sidecars, shown, strict=True)
    }


def undo_last(catalog: Path) -> None:
    undone = assist_process(catalog, "undo", "--last")
    assert undone.exit_code == 0, undone.err


def test_sidecars_hold_what_the_keys_said_and_undo_brings_every_file_back(cull, shoot, tmp_path):
    before = shoot.files()
    play(cull(), shoot)
    wanted = shoot.sidecars_to_be()
    assert marks_shown(sorted(shoot.folder.glob("*.xmp"))) == wanted
    assert len(wanted) > 100
    undo_last(tmp_path / "catalog.db")
    assert shoot.files() == before


def test_all_that_live_wrote_is_one_run(cull, shoot, tmp_path):
    before = shoot.files()
    play(cull("--live"), shoot)
    shown, wanted = marks_shown(sorted(shoot.folder.glob("*.xmp"))), shoot.sidecars_to_be()
    assert {name: shown[name] for name in wanted} == wanted
    assert not any(shown[name] for name in shown.keys() - wanted.keys()), (
        "of marks that were taken back nothing is left"
    )
    undo_last(tmp_path / "catalog.db")
    assert shoot.files() == before


BY_DARKTABLE = """<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:darktable="http://darktable.sf.net/"
{rating}   xmpMM:DerivedFrom="{photo}"
   darktable:import_timestamp="63871029384756000"
   darktable:xmp_version="5"
   darktable:raw_params="0"
   darktable:auto_presets_applied="1"
   darktable:history_end="1"
   darktable:iop_order_version="4">
   <darktable:history>
    <rdf:Seq>
     <rdf:li
      darktable:num="0"
      darktable:operation="exposure"
      darktable:enabled="1"
      darktable:modversion="6"
      darktable:params="00000000000080b90000003f000048420000 80c00100000001000000"/>
    </rdf:Seq>
   </darktable:history>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""
BY_LIGHTROOM = """<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000 1.000000, 0000/00/00-00:00:00        ">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
   xmp:CreatorTool="Adobe Photoshop Lightroom Classic 13.0 (Windows)"
   xmp:Rating="1"
   xmp:Label="Blue"
   photoshop:SidecarForExtension="NEF"
   crs:Version="16.0"
   crs:ProcessVersion="15.4"
   crs:Exposure2012="+0.35"
   crs:HasSettings="True"
   crs:AlreadyApplied="False"/>
 </rdf:RDF>
</x:xmpmeta>
"""
MARK_LINES = ("xmp:Rating=", "xmp:Label=")


def put_foreign_sidecars(shoot: Shoot) -> set[str]:
    """Beside photos that keys will mark, and beside some that none will; the stems of those that have marks in them."""
    for place, stars in ((5, 2), (6, 3), (12, None), (22, 4), (150, 3), (160, None)):
        stem = shoot.stems[place - 1]
        (photo,) = [one for one in shoot.folder.iterdir() if one.stem == stem and one.suffix in (".JPG", ".jpg")]
        rating = f'   xmp:Rating="{stars}"\n' if stars else ""
        photo.with_name(f"{photo.name}.xmp").write_text(BY_DARKTABLE.format(photo=photo.name, rating=rating))
        shoot.table[stem].stars = stars
    for name in RAWS:
        raw = shoot.folder / name
        raw.with_suffix(".xmp").write_text(BY_LIGHTROOM)
        shoot.table[raw.stem] = Said(1, None, "Blue")
    return {stem for stem, said in shoot.table.items() if said.stars}


def foreign_lines(data: bytes) -> list[str]:
    """All lines but those with marks; what ends an element may stand behind another property now."""
    lines = [line.strip().rstrip("/>") for line in data.decode().splitlines()]
    return [line for line in lines if line and not line.startswith(MARK_LINES)]


def test_sidecars_of_editors_keep_every_byte_that_is_not_a_mark(cull, shoot, tmp_path):
    marked = put_foreign_sidecars(shoot)
    before = shoot.files()
    played = cull()
    played.until(f"{len(marked)} photos had marks in sidecars")
    play(played, shoot)
    after = shoot.files()
    shown = marks_shown(sorted(shoot.folder.glob("*.xmp")))
    wanted = shoot.sidecars_to_be()
    assert {name: shown[name] for name in wanted} == wanted
    for name in before.keys() - wanted.keys():
        assert after[name] == before[name], name
    changed = [name for name in before if name.endswith(".xmp") and name in wanted and after[name] != before[name]]
    assert len(changed) >= 4
    for name in changed:
        kept = iter(foreign_lines(after[name][0]))
        assert all(line in kept for line in foreign_lines(before[name][0])), name
    undo_last(tmp_path / "catalog.db")
    assert shoot.files() == before
