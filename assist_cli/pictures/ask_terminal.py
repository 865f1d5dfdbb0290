"""Finds out how pictures can be drawn here: by asking the terminal, and from the environment what cannot be asked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from assist_cli.pictures.choose_protocol import choose, colours_of, is_remote, is_within_another
from assist_cli.pictures.kitty import FILE_NAME
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.pictures.terminal_answers import Answers, is_complete, questions, read_answers
from assist_cli.pictures.terminal_dialogue import converse
from assist_cli.pictures.tmux import Tmux, ask_tmux

TIMEOUT_S, REMOTE_TIMEOUT_S = 0.5, 2.0
"""Only a terminal that answers nothing at all takes that long; far away ones have been seen with round trips of a second."""
UNASKABLE_TERMS = frozenset({"dumb", "linux", ""})
UNASKABLE_PROGRAMS = frozenset({"Apple_Terminal"})
"""They print kitty's question instead of ignoring it."""
SHARED_MEMORY = Path("/dev/shm")


def ask_terminal(
    wish: Protocol | None = None, *, environ: Mapping[str, str] = os.environ, fds: tuple[int, int] = (0, 1)
) -> Terminal:
    """How to draw; `wish` (`--images`) overrules what is found out. To be called before anybody else reads keys.

    Takes a round trip to the terminal, or half a second (two from afar) with one that does not answer.
    """
    colours = colours_of(environ, Answers())
    if wish is Protocol.NONE:
        return Terminal(Protocol.NONE, colours=colours, why="No pictures, as asked for.")
    answers = _asked(environ, fds)
    tmux = ask_tmux() if environ.get("TMUX") else Tmux()
    terminal = choose(answers, tmux, environ)
    cell_px = answers.cell_px or _stated_cell_px(fds[1]) or terminal.cell_px
    terminal = replace(terminal, cell_px=cell_px, typed=answers.typed)
    if wish is None or wish is terminal.protocol:
        return terminal
    return replace(terminal, protocol=wish, why="As asked for.")


def picture_folder() -> Path:
    """Where a terminal of this machine reads pictures from: memory, where there is such a folder."""
    return SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else Path(tempfile.gettempdir())


def _asked(environ: Mapping[str, str], fds: tuple[int, int]) -> Answers:
    if environ.get("TERM", "") in UNASKABLE_TERMS or environ.get("TERM_PROGRAM") in UNASKABLE_PROGRAMS:
        return Answers()
    remote = is_remote(environ)
    with _pixel_file(wanted=not (remote or is_within_another(environ))) as file:
        return read_answers(converse(questions(file), is_complete, fds, REMOTE_TIMEOUT_S if remote else TIMEOUT_S))


@contextmanager
def _pixel_file(*, wanted: bool) -> Iterator[Path | None]:
    if not wanted:
        yield None
        return
    descriptor, name = tempfile.mkstemp(prefix=f"{FILE_NAME}-", dir=picture_folder())
    try:
        os.write(descriptor, bytes(3))
        os.close(descriptor)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _stated_cell_px(fd: int) -> tuple[int, int] | None:
    """By the size of the window that the system was told (tty_ioctl(4), TIOCGWINSZ)."""
    try:
        import fcntl
        import struct
        import termios

        rows, columns, width_px, height_px = struct.unpack("4H", fcntl.ioctl(fd, termios.TIOCGWINSZ, bytes(8)))
    except (ImportError, OSError):  # no terminal, or not POSIX's
        return None
    if not rows or not columns or width_px < columns or height_px < rows:
        return None
    return width_px // columns, height_px // rows
