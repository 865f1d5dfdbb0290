"""Runs another program, quietly and for a while at most."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

LONGEST_S = 120
"""A program that hangs must not hang the tests."""


def why_skip(*names: str) -> str | None:
    """A reason to skip where one of these programs is not installed, or None."""
    missing = [name for name in names if shutil.which(name) is None]
    return f"{' and '.join(missing)} not installed" if missing else None


def output_of(*command: str | Path, home: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """What the program prints on stdout. `home`: where it may keep its settings. A failure raises CalledProcessError."""
    at_home = {} if home is None else {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(home)}
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST_S,
        env={**os.environ, "OMP_NUM_THREADS": "1", **at_home, **(env or {})},
        stdin=subprocess.DEVNULL,
    )
    return done.stdout
