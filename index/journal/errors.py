"""What can go wrong with the journal, said so that nobody throws it away: it is what takes written marks back."""

from __future__ import annotations

from index.catalog.database_errors import DatabaseFileError, ErrorKinds


class JournalError(DatabaseFileError):
    """The journal cannot be used. Ends the run with `exit_code` before any file is touched; `hint` says what to do."""

    trouble = "the journal {path} cannot be used"


class ForeignJournalError(JournalError):
    """The file is another program's database, or no database at all. It was left as it is."""

    hint = "the journal stands beside the catalogue: choose another catalogue with --catalog; this file was not touched"
    trouble = "{path} is not a journal of photo-assist"


class MissingJournalError(JournalError):
    """There is nothing to read: no file of that name, or an empty one."""

    hint = "nothing was written yet with this catalogue; if something was, name its catalogue with --catalog"
    trouble = "there is no journal at {path}"


class NewerJournalError(JournalError):
    """A newer version of this program wrote the file."""

    hint = "update photo-assist, or choose another catalogue with --catalog"
    trouble = "the journal {path} was written by a newer version of photo-assist"


class DamagedJournalError(JournalError):
    """The file is ours, but its pages are damaged."""

    hint = (
        "keep the file, for it alone can take back what was written: put back a backup of it, or mend a copy with "
        "sqlite3 (.recover); to go on writing meanwhile, move it to a safe place"
    )
    trouble = "the journal {path} is damaged"


class UnwritableJournalError(JournalError):
    """The place is read-only, not permitted, or the disk fails."""

    hint = "nothing is written without it; put the catalogue on a disk you may write to with --catalog"
    trouble = "the journal {path} cannot be written"


class UnreadableJournalError(JournalError):
    """You may not read it, or the disk fails."""

    hint = "change its permissions, or choose another catalogue with --catalog"
    trouble = "the journal {path} cannot be read"


class FullJournalError(JournalError):
    """No room left for the journal; what was finished before is kept."""

    hint = (
        "free some space, then run again: nothing is written that could not be taken back, and what was written is kept"
    )
    trouble = "the disk is full, so the journal {path} cannot grow"


class LockedJournalError(JournalError):
    """Another process kept the journal to itself for longer than we wait."""

    hint = "wait for the other run to finish, then run this again"
    trouble = "the journal {path} is held by another process"


JOURNAL_ERRORS = ErrorKinds(
    foreign=ForeignJournalError,
    missing=MissingJournalError,
    newer=NewerJournalError,
    damaged=DamagedJournalError,
    unwritable=UnwritableJournalError,
    unreadable=UnreadableJournalError,
    full=FullJournalError,
    locked=LockedJournalError,
    other=JournalError,
)
"""The journal's words for each kind of trouble with its file."""


class UnknownRunError(Exception):
    """No run has that name."""

    exit_code: int = 2

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class RunAtWorkError(Exception):
    """Another process is writing this run, or taking it back."""

    exit_code: int = 1

    def __init__(self, name: str, command: str) -> None:
        super().__init__(f"another assist is still at work on run {name}: {command}")
        self.hint = "end it first, then run this again"
        if "cull" in command.split():
            self.hint += "; in a cull that is open, Ctrl+Z takes back what was marked there"
        elif "watch" in command.split():
            self.hint += "; Ctrl-C ends a watch, systemctl --user stop one that runs as a service"


class NotPutBackError(Exception):
    """Raised by a `PutBack`: our marks in this file cannot be taken back. `reason` is told to a person: "stars were changed to
    5 since".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
