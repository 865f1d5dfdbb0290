"""What to watch and how, and who hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.errors import UnreadablePhoto
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import USUAL_ADVICE, Advice
from scoring.ranking.picks.choice import Decision
from scoring.ranking.profile import AUTO
from weights.registry import DEFAULT_RATING_WEIGHTS


@dataclass(frozen=True, slots=True)
class WatchRequest:
    """Which folders, how their photos are judged, and what is done with the advice."""

    paths: Sequence[Path]
    catalog: Path
    device: str = "auto"
    weights: str = DEFAULT_RATING_WEIGHTS
    """The name of the weights that rate."""
    profile: str = AUTO
    workers: int | None = None
    """Processes, or threads; by default one a core, five at most, sixteen with a GPU."""
    poll: bool = False
    """Look at the folders about every second, whatever events they bring."""
    initial: bool = False
    """The photos that are there already, first."""
    sidecars: Style | None = None
    """Whose sidecars are written; None: none are."""
    advice: frozenset[Advice] = USUAL_ADVICE
    """What of our advice is written."""
    command: str = "assist watch"
    """As the journal tells it."""


class Mode(StrEnum):
    """How it is found out what arrives."""

    EVENTS = "events"
    POLLING = "polling"


@dataclass(frozen=True, slots=True)
class WatchedBy:
    """A folder and how it is watched; `why` in plain words where it is polled without being asked for."""

    folder: Path
    mode: Mode
    why: str = ""


@dataclass(frozen=True, slots=True)
class ArrivedPhoto:
    """A photo that was scored. `latency_s`: from its last byte to the stored score; None for one that was there before."""

    photo: ScoredPhoto
    latency_s: float | None


@dataclass(frozen=True, slots=True)
class Revision:
    """What is advised of a photo now, and what was before (None: nothing)."""

    path: Path
    before: Decision | None
    now: Decision
    score: float
    """0..100."""
    reasons: tuple[str, ...]
    """The most important first."""
    kind: str | None = None
    """What its group is; None for the only frame of its moment."""
    rank: int | None = None

    @property
    def is_change(self) -> bool:
        """Whether the decision itself is another one, not only its reasons or its rank."""
        return self.before is not self.now


class WatchListener:
    """Hears what a watch does; override what you want to know. Called in the thread that watches, which waits for each call."""

    def started(self, watched: Sequence[WatchedBy]) -> None:
        """From now on nothing is missed."""

    def scored(self, arrived: ArrivedPhoto) -> None:
        """A photo is judged, or recognised under a new name, and stored."""

    def revised(self, revisions: Sequence[Revision]) -> None:
        """Advice on photos that came, whether or not it is new, and what has changed because they came; it is stored."""

    def unread(self, photo: UnreadablePhoto, retry_in_s: float | None) -> None:
        """A photo could not be read; it is tried again so soon, or else (None) when it changes."""

    def written(self, shoot: WrittenShoot) -> None:
        """Sidecars were written, or could not be."""

    def polls(self, watched: WatchedBy) -> None:
        """A folder turned out to bring no events, and is polled from now on."""

    def folder_gone(self, folder: Path) -> None:
        """A watched folder is not there any more: a card was pulled out, a network went away. It is waited for."""

    def folder_back(self, folder: Path) -> None:
        """It is there again."""

    def trouble(self, words: str) -> None:
        """Something other than a photo went wrong, and the watch goes on."""

    def tick(self, totals: Totals) -> None:
        """About every second, and after each photo."""

    def ended(self, totals: Totals, unread: Sequence[UnreadablePhoto]) -> None:
        """Last of all, with the photos that could not be read until the end."""
