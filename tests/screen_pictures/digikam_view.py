"""`python -m tests.screen_pictures.digikam_view DIR`: the picture of docs/editors.md, of a real digiKam (and with `xdotool`)."""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from pathlib import Path

from tests.real_editors.digikam import digikam_with
from tests.real_editors.window import screen, take_when_still
from tests.screen_pictures.sidecar_shoot import marked_shoot, palette_picture

WIDTH, HEIGHT = 1280, 760
NO_DOWNLOAD = "xdotool mousemove 878 479 click 1"
"""It offers to download networks for faces."""
LARGE = f"xdotool search --onlyvisible --class digikam windowsize %@ {WIDTH} {HEIGHT} windowmove %@ 0 0"
ALBUM = "xdotool mousemove 101 120 click 1"


def main() -> None:
    """Marks the drawn shoot, lets digiKam meet it, and takes the picture."""
    parser = argparse.ArgumentParser(prog="python -m tests.screen_pictures.digikam_view")
    parser.add_argument("folder", type=Path, metavar="DIR")
    picture = parser.parse_args().folder / "digikam_view.png"
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        photos = marked_shoot(home)
        with screen() as display, digikam_with(photos, home, display):
            take_when_still(picture, display)
            for command in (NO_DOWNLOAD, LARGE, ALBUM):
                subprocess.run(command.split(), env={**os.environ, "DISPLAY": display}, check=True)
                time.sleep(2)
            take_when_still(picture, display)
    palette_picture(picture, (0, 0, WIDTH, HEIGHT))


if __name__ == "__main__":
    main()
