"""What every verb of an editor's request needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.hearing import Hear
from plugins.protocol import PlugOptions, PlugResult

if TYPE_CHECKING:
    from assist_cli.workflows.judging_desk import OpenJudge
    from index.photo.record import PhotoRecord  # brings numpy, which whoever asks a server does without


@dataclass(frozen=True, slots=True)
class PlugDesk:
    """Where scores are kept, where networks run, and who opens them."""

    catalog: Path
    device: str = "auto"
    open_judge: OpenJudge | None = None
    """By default networks are opened anew; a server keeps them open from one request to the next."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The photos of one request that are there: `names` has what the editor calls each file, by its absolute path."""

    names: Mapping[Path, str]
    options: PlugOptions
    hear: Hear

    @property
    def paths(self) -> Sequence[Path]:
        """Absolute, each once."""
        return list(self.names)

    def name_of(self, record: PhotoRecord) -> str:
        """What the editor calls this photo: the file of it that was asked for, else the one that was judged."""
        return next((self.names[file] for file in files_of(record) if file in self.names), str(record.path))


@dataclass(frozen=True, slots=True)
class Answered:
    """What is told of one photo, whichever of its files was asked for. Without a record it could not be read."""

    files: tuple[Path, ...]
    result: PlugResult
    record: PhotoRecord | None = field(default=None, repr=False)


def files_of(record: PhotoRecord) -> tuple[Path, ...]:
    """All files of the photo, the judged one first."""
    return record.path, *record.companions
