"""What became of a write that a killed run left open: its file tells."""

from __future__ import annotations

from index.journal.entries import JournalWrite, WriteState
from index.journal.writes import Ending, digest
from index.photo.safe_file.errors import BusyFolderError, FileTrouble, SafeFileError
from index.photo.safe_file.links import is_there
from index.photo.safe_file.lock import folder_lock
from index.photo.safe_file.read import sidecar_now
from index.photo.safe_file.replace import remove_file
from index.photo.safe_file.stale_parts import take_away_part_of

_LATER = frozenset({FileTrouble.FOLDER_GONE, FileTrouble.PERMISSION, FileTrouble.DRIVE, FileTrouble.GONE})
"""What passes: the disk is plugged in again, the folder is permitted again."""


def settled(write: JournalWrite) -> Ending | None:
    """How the write ended; nothing where that cannot be told now (the disk is not there, another run is writing)."""
    try:
        with folder_lock(write.path.parent, timeout_s=0):
            had_part = take_away_part_of(write.path)
            state = _state(write, had_part=had_part)
    except BusyFolderError:
        return None
    except SafeFileError as error:
        if error.kind in _LATER:
            return None
        state = WriteState.UNSURE
    return None if state is None else Ending(write.id, state, _REASONS[state])


def seen_again(write: JournalWrite) -> Ending | None:
    """A write to which its run had not come when that was looked at, and whose file holds it after all; else nothing."""
    try:
        now = sidecar_now(write.path)
    except SafeFileError:
        return None
    is_written = digest(None if now is None else now.data) == write.after_sha256
    return Ending(write.id, WriteState.DONE) if is_written and (now is not None or is_there(write.photo)) else None


_REASONS = {
    WriteState.DONE: "",
    WriteState.STOPPED: "the run was stopped before",
    WriteState.UNSURE: "the run was stopped, and the file was changed since",
}


def _state(write: JournalWrite, *, had_part: bool) -> WriteState | None:
    now = sidecar_now(write.path)
    found = digest(None if now is None else now.data)
    if found == write.after_sha256:
        return WriteState.DONE
    if had_part and write.before_sha256 is None and now is not None and not now.data:
        # A file system without links: the name was taken, and the kill came before the bytes (safe_file.new_name).
        remove_file(write.path, was=b"")
        return WriteState.STOPPED
    if found != write.before_sha256:
        return WriteState.UNSURE
    # An empty mount point looks like a folder in which nothing was made yet.
    return None if found is None and not is_there(write.photo) else WriteState.STOPPED
