"""Whether a program is there, and is `assist`."""

from __future__ import annotations

import subprocess

LONGEST_S = 30
"""A choice: it takes half a second; a network drive may take its time."""


def ask_version(program: str) -> str | None:
    """What it answers to `--version`; None where it is not there, fails, hangs or is something else."""
    try:
        done = subprocess.run(
            [program, "--version"],
            capture_output=True,
            check=False,
            timeout=LONGEST_S,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    said = done.stdout.decode("utf-8", "replace").strip()
    return said if done.returncode == 0 and said.startswith("assist") and "\n" not in said else None
