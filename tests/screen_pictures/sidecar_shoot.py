"""Photos whose marks `assist sidecars write` has written, for pictures of editors that read them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tests.real_editors.program import output_of
from tests.shoot.render import render_shoot

SHOWN = 15
"""So many photos fill a window."""
MARKS = "stars,labels,flags,crops"


def marked_shoot(home: Path, *, profiles: bool = False) -> Path:
    """A folder of the drawn shoot with sidecars; with `profiles` every photo had RawTherapee's own before."""
    photos = home / "shoot"
    render_shoot(home / "drawn")
    photos.mkdir()
    for photo in sorted((home / "drawn").glob("*.JPG"))[:SHOWN]:
        shutil.copy(photo, photos)
    if profiles:
        _add_profiles(sorted(photos.glob("*.JPG")), home)
    for command in ("score", "pick"):
        assist(home, command, str(photos))
    assist(home, "sidecars", "write", str(photos), "--style", "darktable", "--advice", MARKS)
    return photos


def palette_picture(picture: Path, shown: tuple[int, int, int, int]) -> None:
    """That part of the picture (left, top, right, bottom) in 256 colours, which the page loads in a moment."""
    with Image.open(picture) as taken:
        few = taken.convert("RGB").crop(shown).quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


def _add_profiles(photos: Sequence[Path], home: Path) -> None:
    """RawTherapee's own of its defaults, as it makes one for a photo that is edited."""
    made = home / "made.jpg"
    output_of("rawtherapee-cli", "-O", made, "-Y", "-j50", "-c", photos[0], home=home)
    for photo in photos:
        shutil.copy(f"{made}.pp3", f"{photo}.pp3")


def assist(home: Path, *arguments: str) -> None:
    """Runs it with a catalogue of its own in `home`."""
    command = [sys.executable, "-m", "assist_cli", "--catalog", str(home / "catalog.db"), "--quiet", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
