"""Stands in for `assist`: answers `assist plug` as a file beside it says, so that a test knows what comes back."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

SCHEMA = "assist.plug/1"
EXECUTABLE = """#!/bin/sh
exec "{python}" "{script}" --answers "{answers}" "$@"
"""


def install_stand_in(folder: Path, answers: Path) -> Path:
    """A program for the shell that answers with `answers`: `{file name: result}`, `reply` and `exit_code` for the whole."""
    program = folder / "assist's stand-in"
    program.write_text(EXECUTABLE.format(python=sys.executable, script=Path(__file__).resolve(), answers=answers))
    program.chmod(0o755)
    return program


def main() -> int:
    """As `assist plug`: reads the request, writes the reply."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", type=Path)
    parser.add_argument("command")
    for name in ("request", "reply", "progress", "cancel"):
        parser.add_argument(f"--{name}", type=Path)
    asked = parser.parse_args()
    request = json.loads(asked.request.read_bytes())
    answers = json.loads(asked.answers.read_text("utf-8"))
    with asked.answers.with_suffix(".asked").open("a", encoding="ascii") as log:
        log.write(json.dumps(request) + "\n")
    cancelled = _works(answers.get("seconds", 0), asked.progress, asked.cancel)
    results = [{"path": path, **answers.get(os.path.basename(path), {"why": ""})} for path in request["paths"]]  # noqa: PTH119
    reply = {"schema": SCHEMA, "verb": request["verb"], "program": "photo-assist 0.0.0", "cancelled": cancelled}
    text = answers.get("text") or json.dumps(
        {**reply, "results": [] if cancelled else results, **answers.get("reply", {})}
    )
    part = asked.reply.with_suffix(".part")
    part.write_text(text)
    part.replace(asked.reply)
    print(answers.get("says", ""), file=sys.stderr)  # noqa: T201
    return int(answers.get("exit_code", 0))


def _works(seconds: float, progress: Path, cancel: Path) -> bool:
    """Takes its time, tells how far it is, and stops when the cancel file is there."""
    steps = round(seconds * 10)
    for step in range(steps):
        if cancel.exists():
            return True
        progress.with_suffix(".part").write_text(json.dumps({"done": step, "total": steps, "words": "at work"}))
        progress.with_suffix(".part").replace(progress)
        time.sleep(0.1)
    return False


if __name__ == "__main__":
    sys.exit(main())
