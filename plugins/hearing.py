"""How far an answer is, for whoever waits for it; and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):  # noqa: N818 - a wish, not an error
    """Whoever asked does not want the rest any more. What was judged so far is kept."""


@dataclass(frozen=True, slots=True)
class PlugProgress:
    """`done` of `total` photos; `words` for a person, such as "12 of 200 rated"."""

    done: int
    total: int
    words: str


Hear = Callable[[PlugProgress], None]
"""Told each time one more photo is done, in the thread that answers; raises `Cancelled` to stop it."""
