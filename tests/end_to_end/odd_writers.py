"""How photos arrive in a folder: copied in slices, renamed, taken back, forbidden for a while. Each ends with the whole file."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

Writer = Callable[[Path, bytes, random.Random], None]
"""The path that the photo has in the end, its bytes, and chance."""


def at_once(path: Path, data: bytes, _draw: random.Random) -> None:
    path.write_bytes(data)


def in_slices(path: Path, data: bytes, draw: random.Random) -> None:
    _append_slices(path, data, draw, most=12, longest_s=0.03)


def slowly(path: Path, data: bytes, draw: random.Random) -> None:
    """Pauses longer than a file must be quiet."""
    _append_slices(path, data, draw, most=4, longest_s=1.2)


def closed_after_each_slice(path: Path, data: bytes, draw: random.Random) -> None:
    for start, end in _slices(len(data), draw, 5):
        with path.open("ab") as file:
            file.write(data[start:end])
        time.sleep(draw.uniform(0, 0.3))


def truncated_then_completed(path: Path, data: bytes, draw: random.Random) -> None:
    """A copy that was broken off, and begun again from the start."""
    path.write_bytes(data[: draw.randrange(len(data))])
    time.sleep(draw.uniform(0, 1.5))
    path.write_bytes(data)


def filled_in_later(path: Path, data: bytes, draw: random.Random) -> None:
    """The place is taken first, as torrents and some copies do it."""
    with path.open("wb", buffering=0) as file:
        file.truncate(len(data))
        for start, end in reversed(_slices(len(data), draw, 4)):
            time.sleep(draw.uniform(0, 0.4))
            file.seek(start)
            file.write(data[start:end])


def under_a_passing_name(path: Path, data: bytes, draw: random.Random) -> None:
    """As browsers, rsync and Syncthing do it."""
    names = (f"{path.name}.part", f".{path.name}.Xa3b4C", f".syncthing.{path.name}.tmp", f"{path.name}.crdownload")
    part = path.with_name(draw.choice(names))
    _append_slices(part, data, draw, most=4, longest_s=0.2)
    part.rename(path)


def renamed_while_it_is_scored(path: Path, data: bytes, draw: random.Random) -> None:
    first = path.with_stem(f"{path.stem} first")
    first.write_bytes(data)
    time.sleep(draw.uniform(0, 0.5))
    first.rename(path)


def deleted_and_written_again(path: Path, data: bytes, draw: random.Random) -> None:
    path.write_bytes(data)
    time.sleep(draw.uniform(0, 0.5))
    path.unlink()
    time.sleep(draw.uniform(0, 0.5))
    path.write_bytes(data)


def copied_with_its_times(path: Path, data: bytes, draw: random.Random) -> None:
    """As `cp -p` does it: the times come after the bytes."""
    path.write_bytes(data)
    time.sleep(draw.choice((0, 0, 0.05, 0.3)))
    os.utime(path, (1_600_000_000, 1_600_000_000 + draw.randrange(10**6)))


def forbidden_for_a_while(path: Path, data: bytes, draw: random.Random) -> None:
    path.write_bytes(data)
    time.sleep(draw.choice((0, 0, 0.1, 0.3)))
    path.chmod(0)
    time.sleep(draw.uniform(0, 2.5))
    path.chmod(0o644)


def touched_while_it_is_scored(path: Path, data: bytes, draw: random.Random) -> None:
    path.write_bytes(data)
    for _ in range(draw.randrange(3)):
        time.sleep(draw.uniform(0, 0.3))
        os.utime(path)


WRITERS: tuple[Writer, ...] = (
    at_once,
    in_slices,
    slowly,
    closed_after_each_slice,
    truncated_then_completed,
    filled_in_later,
    under_a_passing_name,
    renamed_while_it_is_scored,
    deleted_and_written_again,
    copied_with_its_times,
    forbidden_for_a_while,
    touched_while_it_is_scored,
)


def _append_slices(path: Path, data: bytes, draw: random.Random, *, most: int, longest_s: float) -> None:
    with path.open("wb", buffering=0) as file:
        for start, end in _slices(len(data), draw, most):
            file.write(data[start:end])
            time.sleep(draw.uniform(0, longest_s))


def _slices(size: int, draw: random.Random, most: int) -> list[tuple[int, int]]:
    cuts = sorted(draw.sample(range(1, size), draw.randrange(1, most)))
    return list(zip([0, *cuts], [*cuts, size], strict=True))
