"""Moves the files of one photo so that it is whole at one place at every moment: first all are there, then all leave here."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.photo.safe_file.errors import FileTrouble, SafeFileError, UnsureWriteError
from index.photo.safe_file.file_look import FileLook, look_of
from index.photo.safe_file.second_place import (
    Way,
    names_durable,
    put_back,
    put_there,
    take_away_double,
    take_away_original,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileMove:
    """One file on its way; `look` is how it looked when that was decided."""

    source: Path
    target: Path
    look: FileLook


def move_together(moves: Sequence[FileMove]) -> dict[FileMove, SafeFileError]:
    """Moves these files, all or none; nothing is ever replaced. Those come back whose original could not be taken away after
    others of them were: such a file is at both places.

    Raises a `SafeFileError` where it cannot be: then all are where they were; `UnsureWriteError` where even that cannot be said.
    Only disks without hard links see them go one by one.
    """
    ways: dict[FileMove, Way] = {}
    try:
        for move in moves:
            _check(move)
            ways[move] = put_there(move.source, move.target)
        for folder in dict.fromkeys(move.target.parent for move in moves):
            names_durable(folder)
        return _leave(ways)
    except SafeFileError:
        _go_back(ways)
        raise


def _check(move: FileMove) -> None:
    if look_of(move.source) != move.look:
        words = "it was changed since it was looked at"
        raise SafeFileError(move.source, FileTrouble.CHANGED, words)


def _leave(ways: dict[FileMove, Way]) -> dict[FileMove, SafeFileError]:
    """Takes the originals away; raises where not one of them can be."""
    stay: dict[FileMove, SafeFileError] = {}
    has_left = Way.RENAMED in ways.values()
    for move in (move for move, way in ways.items() if way is not Way.RENAMED):
        try:
            take_away_original(move.source, move.look)
            has_left = True
        except SafeFileError as error:
            if not has_left:
                raise
            stay[move] = error
    for folder in dict.fromkeys(move.source.parent for move in ways):
        try:
            names_durable(folder)
        except SafeFileError as error:  # both names are the journal's to settle after a power cut
            log.debug("the names in %s may not be safe yet: %s", folder, error)
    return stay


def _go_back(ways: dict[FileMove, Way]) -> None:
    for move, way in reversed(ways.items()):
        try:
            if way is Way.RENAMED:
                put_back(move.source, move.target)
            else:
                take_away_double(move.source, move.target)
        except SafeFileError as error:
            words = f"some of its files may be at both places ({error.message})"
            raise UnsureWriteError(move.target, error.kind, words) from error
