"""`assist` in a process of its own, and in this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.assist_cli.conftest import Answer

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 300
"""A program that hangs must not hang the tests."""


def command_of(*arguments: str | os.PathLike[str]) -> list[str]:
    """The command line of `assist ARGUMENT...`."""
    return [sys.executable, "-m", "assist_cli", *(os.fspath(argument) for argument in arguments)]


def environment_of(catalog: Path, **more: str) -> dict[str, str]:
    """That of the tests, with this catalogue and lines of 100 columns."""
    return {**os.environ, "ASSIST_CATALOG": str(catalog), "COLUMNS": "100", **more}


def assist_process(catalog: Path, *arguments: str | os.PathLike[str], **environment: str) -> Answer:
    """What the process said, and its exit code."""
    done = subprocess.run(
        command_of(*arguments),
        cwd=ROOT,
        env=environment_of(catalog, **environment),
        capture_output=True,
        check=False,
        timeout=LONGEST_S,
    )
    return Answer(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(said: bytes) -> str:
    return said.decode("utf-8", "surrogateescape")
