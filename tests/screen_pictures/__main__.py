"""`python -m tests.screen_pictures PHOTOS OUT` plays a cull of PHOTOS and saves its screens into OUT as SVG."""

from __future__ import annotations

import argparse
from pathlib import Path

from assist_cli.pictures.protocol import Colours, Protocol
from assist_cli.pictures.terminal import Terminal
from tests.screen_pictures.take_pictures import Wish, take_pictures
from tests.screen_pictures.terminal_colours import THEMES


def main() -> None:
    """Reads what is wanted from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.screen_pictures", description="Save the screens of a cull as SVG."
    )
    parser.add_argument("photos", type=Path, metavar="PHOTOS")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--size", default="160x48", help="columns x rows")
    parser.add_argument("--images", choices=["half", "iterm", "none"], default="half")
    parser.add_argument("--colours", choices=[*Colours], default=Colours.TRUE, help="NO_COLOR=1 goes with grey")
    parser.add_argument("--theme", choices=[*THEMES], default="dark")
    parser.add_argument("--start", default="", help="name of the photo to look at")
    parser.add_argument("--only", default="", help="names of takes, with commas between")
    told = parser.parse_args()
    columns, rows = map(int, told.size.split("x"))
    terminal = Terminal(Protocol(told.images), colours=Colours(told.colours))
    only = frozenset(filter(None, told.only.split(",")))
    take_pictures(told.photos, told.out, Wish((columns, rows), terminal, THEMES[told.theme], told.start, only))


if __name__ == "__main__":
    main()
