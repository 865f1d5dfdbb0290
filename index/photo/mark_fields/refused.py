"""A mark that a place cannot take."""

from __future__ import annotations

from index.photo.marks import Mark


class MarkRefusedError(Exception):
    """A mark that cannot be written in a place without harm or loss; nothing of it has been written."""

    def __init__(self, mark: Mark, reason: str) -> None:
        super().__init__(reason)
        self.mark = mark
        self.reason = reason
