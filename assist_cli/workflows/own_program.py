"""This very `assist`, for others to start."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from pathlib import Path

import assist_cli
from assist_cli.failures import AssistError


def own_program() -> tuple[str, ...]:
    """The words that start it from anywhere. Raises `AssistError` where it is not installed."""
    name = "assist.exe" if os.name == "nt" else "assist"
    started = Path(os.path.abspath(sys.argv[0]))  # noqa: PTH100 - resolve() would leave a link that stays for a version that goes
    for script in (started, Path(sysconfig.get_path("scripts")) / name):
        if script.name == name and script.is_file():
            return (str(script),)
    if Path(assist_cli.__file__).parents[1] in map(Path, [*site.getsitepackages(), site.getusersitepackages()]):
        return sys.executable, "-m", "assist_cli"
    raise AssistError(
        "assist runs from its source code, and whoever starts it later needs it installed",
        "in that folder: pip install .",
    )
