"""How a plug-in finds this very `assist`: editors seldom see the PATH of a terminal."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.own_program import own_program
from assist_cli.workflows.plugin_install.place import Packing, Place

NOTE = "program.txt"
HOST_SCRIPT = "assist-on-host.sh"
HOST_LINES = """#!/bin/sh
# Written by `assist plugin install`. darktable's sandbox holds no program but its own: this asks flatpak to run ours outside.
exec flatpak-spawn --host {program} "$@"
"""


def program_to_note(named: Path | None) -> Path:
    """The whole path of what plug-ins are to run. Raises `AssistError`, `BadRequestError`."""
    if named is not None:
        if not named.is_file():
            raise BadRequestError(f"there is no program {named}", "name the file assist: --program FILE")
        return _fit(Path(os.path.abspath(named)))  # noqa: PTH100 - resolve() would leave a link that stays for a version that goes
    words = own_program()
    if len(words) > 1:
        raise AssistError("there is no file assist beside this Python", "name one that runs it: --program FILE")
    return _fit(Path(words[0]))


def note_files(place: Place, program: Path) -> dict[str, bytes]:
    """What is put beside the Lua files, by name."""
    if place.packing is Packing.FLATPAK:
        script = HOST_LINES.format(program=shlex.quote(str(program)))
        return {HOST_SCRIPT: os.fsencode(script), NOTE: _line(place.folder / HOST_SCRIPT)}
    return {NOTE: _line(program)}


def noted_program(note: bytes) -> str:
    """The path in such a note, as the plug-ins read it."""
    return os.fsdecode(note.strip())


def _line(program: Path) -> bytes:
    return os.fsencode(program) + b"\n"


def _fit(program: Path) -> Path:
    if not str(program).isprintable() or str(program) != str(program).strip():
        raise AssistError(
            f"a plug-in cannot be told this path: {str(program)!r}", "install assist in a folder with a plainer name"
        )
    return program
