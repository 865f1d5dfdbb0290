"""`python -m tests.screen_pictures.darktable_panel DIR`: the picture of docs/editors.md, a real darktable with the drawn shoot."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.real_editors.darktable_lighttable import Lighttable
from tests.shoot.render import render_shoot

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """#!/bin/sh
cd "{root}"
exec "{python}" -m assist_cli --catalog "{home}/catalog.db" "$@"
"""
SETTINGS = """ui_last/window_w=1280
ui_last/window_h=800
ui_last/maximized=FALSE
plugins/lighttable/photo_assist/expanded=TRUE
plugins/lighttable/images_in_row=5
"""
CLICKS = "xdotool mousemove 870 74 click 1 sleep 1 mousemove 771 211 click 1 sleep 1 mousemove 600 600 click 1"
"""Stars are shown always: the star above the photos, then its fourth choice."""
RATED = """
dt.database.import([[{photos}]])
wait(4000)
dt.gui.panel_hide("DT_UI_PANEL_BOTTOM")
local all = {{}}
for at = 1, #dt.database do all[at] = dt.database[at] end
dt.gui.selection(all)
wait(300)
plugin.actions.rate()
plugin.actions.pick()
dt.gui.selection({{ all[1], all[3] }})
wait(300)
plugin.actions.explain()
dt.gui.selection({{}})
dt.control.execute("{clicks}")
wait(6000)
"""


def main() -> None:
    """Draws the shoot, lets darktable show it, and takes the picture."""
    parser = argparse.ArgumentParser(prog="python -m tests.screen_pictures.darktable_panel")
    parser.add_argument("folder", type=Path, metavar="DIR")
    picture = parser.parse_args().folder / "darktable_panel.png"
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        photos = home / "shoot"
        render_shoot(photos)
        for photo in sorted(photos.iterdir())[10:]:
            photo.unlink()
        program = home / "assist"
        program.write_text(PROGRAM.format(root=ROOT, python=sys.executable, home=home))
        program.chmod(0o755)
        (home / "config").mkdir()
        (home / "config" / "darktablerc").write_text(SETTINGS)
        Lighttable(home, program).does(RATED.format(photos=photos, clicks=CLICKS), picture)


if __name__ == "__main__":
    main()
