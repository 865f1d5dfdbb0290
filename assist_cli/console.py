"""The two channels: stdout carries data, stderr carries talk. rich decides on colour (NO_COLOR, no TTY) and width."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from assist_cli.failures import BadRequestError

if TYPE_CHECKING:
    from rich.console import Console


def talk() -> Console:
    """A console on stderr: errors, progress, summaries. Never wraps a line, so that logs stay one line an event."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def page(stream: IO[str]) -> Console:
    """A console for what a person reads on `stream`: the table, one photo's page."""
    from rich.console import Console

    return Console(file=stream, highlight=False)


@contextmanager
def data_stream(output: Path | None) -> Iterator[IO[str]]:
    """UTF-8 text stream for data: stdout, or `output`, which appears or changes only once everything is written."""
    if output is None:
        yield _stdout()
        return
    if output.is_dir() or not output.parent.is_dir():
        raise BadRequestError(f"cannot write {output}", "name a file in a folder that exists")
    if output.exists() and not stat.S_ISREG(output.stat().st_mode):
        with output.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            yield stream
    else:
        with _replacing(output) as stream:
            yield stream


def _stdout() -> IO[str]:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
    return sys.stdout


@contextmanager
def _replacing(output: Path) -> Iterator[IO[str]]:
    # Beside the target, because a rename is atomic only within one file system.
    try:
        descriptor, name = tempfile.mkstemp(prefix=".assist-", suffix=".part", dir=output.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from error
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        part.chmod(0o666 & ~_umask())
        part.replace(output)
    except OSError as error:
        raise _about(output, error) from error
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _about(output: Path, error: OSError) -> OSError:
    """The same trouble, told of the file that was asked for; trouble with another file stays as it is."""
    if error.filename is None:
        return OSError(error.errno, error.strerror, str(output))
    return error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
