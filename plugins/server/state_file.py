"""Where the server listens and the word that lets one in: a file that only its owner can read."""

from __future__ import annotations

import json
import os
import secrets
import stat
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import platformdirs

SCHEMA = "assist.server/1"
FOLDER_VARIABLE = "ASSIST_STATE"
"""Names another folder for the file."""
TOKEN_BYTES = 32
"""256 bits (issue "Inside darktable and Lightroom Classic"): nobody guesses it."""
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
MOST_BYTES = 65_536


class StateFileError(Exception):
    """The file could be somebody else's, or be read by somebody else: it is neither used nor replaced."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.hint = f"remove it, or name another folder in {FOLDER_VARIABLE}"


@dataclass(frozen=True, slots=True)
class ServerState:
    """One server that is up."""

    port: int
    token: str
    pid: int
    program: str
    catalog: str


def new_token() -> str:
    """As no other, safe in a header."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def state_path() -> Path:
    """In the user's own state folder, not in a shared one such as /tmp, where anybody could be there first."""
    named = os.environ.get(FOLDER_VARIABLE)
    return (Path(named) if named else platformdirs.user_state_path("photo-assist")) / "server.json"


def write_state(path: Path, state: ServerState) -> None:
    """Raises `StateFileError` where the folder is not the user's own, and `OSError`. It is never readable by others, not even while
    it is written. On Windows the profile's own access list does that."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    if trouble := _others_may(path.parent.stat(), 0o022):
        raise StateFileError(f"the folder {path.parent} {trouble}")
    descriptor, name = tempfile.mkstemp(prefix=".server-", suffix=".part", dir=path.parent)  # made with mode 0600
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            json.dump({"schema": SCHEMA, **asdict(state)}, stream)
        part.replace(path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def read_state(path: Path) -> ServerState | None:
    """The server that wrote it; None where there is none, or what is there is no state of ours. Raises `StateFileError`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:  # not there, a link, somebody else's
        return None
    with os.fdopen(descriptor, "rb") as stream:
        facts = os.fstat(stream.fileno())
        if not stat.S_ISREG(facts.st_mode):
            return None
        if trouble := _others_may(facts, 0o077):
            raise StateFileError(f"the file {path} {trouble}")
        return _state(stream.read(MOST_BYTES))


def is_running(state: ServerState) -> bool:
    """Whether its process is there and the user's own. A killed server leaves its file behind, and its port to whoever takes it:
    another user could be told paths there, and answer. On Windows nobody can tell without harm (signal 0 is Ctrl-C there).
    """
    if sys.platform == "win32":
        return True
    if state.pid <= 0:  # would mean a group of processes
        return False
    try:
        os.kill(state.pid, 0)
    except (OSError, OverflowError):  # gone, or somebody else's by now
        return False
    return True


def remove_state(path: Path, token: str) -> None:
    """Takes the file away if it is still the one with this token."""
    with suppress(StateFileError):
        state = read_state(path)
        if state is not None and state.token == token:
            path.unlink(missing_ok=True)


def _others_may(facts: os.stat_result, forbidden: int) -> str:
    if sys.platform == "win32":
        return ""
    if facts.st_uid != os.getuid():
        return "belongs to somebody else"
    return "is open to other users" if facts.st_mode & forbidden else ""


def _state(data: bytes) -> ServerState | None:
    try:
        said = json.loads(data)
        told = {one.name: said[one.name] for one in fields(ServerState)}
        whole = said["schema"] == SCHEMA
    except (ValueError, KeyError, TypeError):
        return None
    types = [
        (told[name], kind)
        for name, kind in (("port", int), ("pid", int), ("token", str), ("program", str), ("catalog", str))
    ]
    return ServerState(**told) if whole and all(type(value) is kind for value, kind in types) else None
