"""`python -m tests.screen_pictures.rawtherapee_browser DIR`: the picture of docs/editors.md, of a real RawTherapee."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.real_editors.window import screen, take_when_still, window
from tests.screen_pictures.sidecar_shoot import marked_shoot, palette_picture

OPTIONS = """[General]
Version=5.9
[File Browser]
ThumbnailSize=160
BrowserShowsExif=false
BrowserShowsDate=false
[GUI]
WindowWidth=1280
WindowHeight=800
WindowMaximized=false
BrowserToolPanelOpened=false
BrowserDirPanelOpened=false
"""
SHOWN = (0, 0, 1090, 625)
"""Of the window; the rest is empty."""


def main() -> None:
    """Marks the drawn shoot, lets RawTherapee list it, and takes the picture."""
    parser = argparse.ArgumentParser(prog="python -m tests.screen_pictures.rawtherapee_browser")
    parser.add_argument("folder", type=Path, metavar="DIR")
    picture = parser.parse_args().folder / "rawtherapee_browser.png"
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        photos = marked_shoot(home, profiles=True)
        (home / "rt").mkdir()
        (home / "rt" / "options").write_text(OPTIONS)
        with (
            screen() as display,
            window(["rawtherapee", str(photos)], home, display, {"RT_SETTINGS": str(home / "rt")}),
        ):
            take_when_still(picture, display)
    palette_picture(picture, SHOWN)


if __name__ == "__main__":
    main()
