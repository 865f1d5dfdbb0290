"""`python -m tests.screen_pictures.adobe_sidecar DIR`: the picture of docs/editors.md of what Capture One is given."""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax

from tests.screen_pictures.sidecar_shoot import assist
from tests.shoot.render import render_shoot

RAW = "DSC_0116.NEF"
COMMAND = "assist sidecars write photos --style adobe"
WIDTH = 96


def main() -> None:
    """Marks a RAW, and prints what was written as a terminal shows it."""
    parser = argparse.ArgumentParser(prog="python -m tests.screen_pictures.adobe_sidecar")
    parser.add_argument("folder", type=Path, metavar="DIR")
    picture = parser.parse_args().folder / "capture_one_sidecar.svg"
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        photos = home / "photos"
        photos.mkdir()
        render_shoot(home / "drawn")
        shutil.copy(home / "drawn" / "DSC_0116.DNG", photos / RAW)
        for command in ("score", "pick"):
            assist(home, command, str(photos))
        assist(home, *COMMAND.replace("photos", str(photos)).split()[1:])
        sidecar = (photos / RAW).with_suffix(".xmp").read_text("utf-8")
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(f"$ {COMMAND}\n$ cat photos/{Path(RAW).stem}.xmp", highlight=False)
    console.print(Syntax(sidecar, "xml", background_color="default"))
    console.save_svg(str(picture), title="assist")


if __name__ == "__main__":
    main()
