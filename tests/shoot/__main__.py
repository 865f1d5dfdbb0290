"""`python -m tests.shoot DIR` renders the demo shoot into DIR."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.shoot.render import render_shoot


def main() -> None:
    """Reads the folder from the command line and fills it."""
    parser = argparse.ArgumentParser(prog="python -m tests.shoot", description="Render the demo shoot into a folder.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    render_shoot(parser.parse_args().folder)


if __name__ == "__main__":
    main()
