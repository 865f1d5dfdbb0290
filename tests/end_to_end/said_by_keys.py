"""What the keys said of each photo of a shoot, and what its sidecars are to hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

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
