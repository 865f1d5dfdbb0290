"""News for the app: from the threads that prepare and judge, and from screens that want another."""

from __future__ import annotations

from enum import StrEnum

from textual.message import Message

from assist_cli.pictures.picture_key import PictureKey


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
