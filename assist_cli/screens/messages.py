"""News for the app: from the threads that prepare and judge, and from screens that want another."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.message import Message

from assist_cli.pictures.picture_key import PictureKey

if TYPE_CHECKING:
    from assist_cli.workflows.cull.read_marks import MarksRead
    from assist_cli.workflows.cull.save_marks import SavedMarks
    from assist_cli.workflows.cull.shoot_advice import ShootAdvice
    from assist_cli.workflows.cull.what_if import WhatIf
    from assist_cli.workflows.photo_outcome import PhotoOutcome
    from assist_cli.workflows.progress import Progress


class Wanted(StrEnum):
    """What a person wants to see."""

    LOUPE = "loupe"
    GRID = "grid"
    COMPARE = "compare"
    WHAT_IF = "what_if"
    FILTER = "filter"
    SORT = "sort"
    HELP = "help"
    SUMMARY = "summary"


class WantedScreen(Message):
    """A screen asks for another one."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self.wanted = wanted


class PictureReady(Message):
    """A picture can be shown now."""

    def __init__(self, key: PictureKey) -> None:
        super().__init__()
        self.key = key


class SaveNow(Message):
    """Write what is unsaved into sidecars."""


class LeaveCull(Message):
    """Close the screens."""


class SidecarsSaved(Message):
    """A writing of sidecars came to its end; one of the two is there."""

    def __init__(self, saved: SavedMarks | None, error: Exception | None = None) -> None:
        super().__init__()
        self.saved, self.error = saved, error


class MarksArrived(Message):
    """Sidecars were read; one of the two is there."""

    def __init__(self, read: MarksRead | None, error: Exception | None = None) -> None:
        super().__init__()
        self.read, self.error = read, error


class ScoresArrived(Message):
    """Photos were judged."""

    def __init__(self, outcomes: Sequence[PhotoOutcome], progress: Progress) -> None:
        super().__init__()
        self.outcomes, self.progress = outcomes, progress


class AdviceArrived(Message):
    """Groups and decisions were made; `what_if` can ask about them."""

    def __init__(self, advice: ShootAdvice, what_if: WhatIf) -> None:
        super().__init__()
        self.advice, self.what_if = advice, what_if


class ScoringEnded(Message):
    """No more will come; with what went wrong, if anything."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__()
        self.error = error
