"""A command line of a person, and its arguments for each photo: split before any name is put in, so that no name is code."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from assist_cli.failures import BadRequestError
from assist_cli.workflows.watch.side_commands import Command
from assist_cli.workflows.watch.watch_request import Revision

NAMES = ("path", "decision", "score", "reason")
PLACEHOLDER = re.compile(r"\{(" + "|".join(NAMES) + r")\}")
READERS_OF_CODE = re.compile(
    r"(ba|da|z|k|fi|c|tc)?sh|cmd|powershell|pwsh|python[\d.]*|perl|ruby|node|php|osascript|eval"
)
"""Programs that take a piece of code as an argument."""
CODE_FOLLOWS = re.compile(r"-\w*[ce]|/[ck]|-(command|eval|encodedcommand)|--(command|eval)", re.IGNORECASE)
BATCH_FILES = (".bat", ".cmd")
"""cmd.exe reads their arguments as code, and no quoting is safe from that (CVE-2024-24576)."""


@dataclass(frozen=True, slots=True)
class HookCommand:
    """What is run for a photo: the program by its whole path, and its arguments with places for what is known of the photo."""

    arguments: tuple[str, ...]

    @property
    def line(self) -> str:
        """As `hook_command` reads it."""
        return shlex.join(self.arguments) if os.name != "nt" else subprocess.list2cmdline(self.arguments)

    def for_photo(self, revision: Revision) -> Command:
        """Each argument stays one, whatever the photo is called."""
        known = facts_of(revision)
        filled = tuple(PLACEHOLDER.sub(lambda found: known[found[1]], one) for one in self.arguments)
        return Command(filled, {f"ASSIST_{name.upper()}": text for name, text in known.items()})


def facts_of(revision: Revision) -> Mapping[str, str]:
    """By placeholder. The path is absolute, and so never looks like an option."""
    return {
        "path": os.path.abspath(revision.path),  # noqa: PTH100 - resolve() would follow links
        "decision": revision.now.value,
        "score": f"{revision.score:.1f}",
        "reason": "; ".join(revision.reasons).replace("\0", ""),
    }


def hook_command(line: str, option: str) -> HookCommand:
    """Reads `line` as a shell would split it, once. Raises `BadRequestError` where it cannot be run, or would run names as code."""
    arguments = _split(line, option)
    if PLACEHOLDER.search(arguments[0]):
        raise BadRequestError(f"{option} would run the photo itself", "name a program first, then {path}")
    arguments[0] = _found_program(arguments[0], option)
    if any(PLACEHOLDER.search(one) for one in _code(arguments)):
        raise BadRequestError(
            f"{option} would put a photo's name into a piece of code, where a name such as $(rm -rf x).jpg is run",
            "let the code read $ASSIST_PATH, or give {path} as an argument of its own behind it",
        )
    has_place = any(PLACEHOLDER.search(one) for one in arguments)
    return HookCommand(tuple(arguments) if has_place else (*arguments, "{path}"))


def _split(line: str, option: str) -> list[str]:
    is_posix = os.name != "nt"
    try:
        arguments = shlex.split(line, posix=is_posix)
    except ValueError as error:
        raise BadRequestError(f"{option} cannot be read: {str(error).lower()}", "close each quote") from error
    if not is_posix:  # there a backslash is part of a path, and quotes stay on
        arguments = [one[1:-1] if one[:1] == one[-1:] == '"' and len(one) > 1 else one for one in arguments]
    if not arguments or not arguments[0]:
        raise BadRequestError(f"{option} names no program", f"for example: {option} 'cp {{path}} /mnt/keepers'")
    return arguments


def _found_program(name: str, option: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BadRequestError(f"there is no program {name} for {option}", "check its spelling, or give its whole path")
    if os.name == "nt" and found.lower().endswith(BATCH_FILES):
        raise BadRequestError(
            f"{option} names a batch file, which would read a photo's name as code",
            "name a program, or: powershell -File script.ps1 {path}",
        )
    return os.path.abspath(found)  # noqa: PTH100 - resolve() would follow links, and some programs go by their name


def _code(arguments: Sequence[str]) -> Iterator[str]:
    """The arguments that some program on the line takes for code: those behind `-c` and its like."""
    reads_code = False
    for flag, argument in pairwise(arguments):
        reads_code = reads_code or bool(READERS_OF_CODE.fullmatch(PurePath(flag).stem.lower()))
        if reads_code and CODE_FOLLOWS.fullmatch(flag):
            yield argument
