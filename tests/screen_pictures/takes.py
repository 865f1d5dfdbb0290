"""Which screens are taken, and the keys that lead to each: one cull, played from its first photo to its summary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Take:
    """`keys`: pressed since the take before, named as Textual names them."""

    name: str
    keys: tuple[str, ...]


BEFORE_SCORES = (
    Take("nothing_scored", ()),
    Take("nothing_to_ask_yet", ("w",)),
    Take("what_is_shown", ("escape", "slash")),
)
"""Taken before judging begins."""

TAKES = (
    Take("loupe", ("p", "3", "6")),
    Take("focus", ("f",)),
    Take("clipping", ("e",)),
    Take("crop", ("r",)),
    Take("zoomed", ("z",)),
    Take("grid", ("escape", "g")),
    Take("compare", ("c",)),
    Take("compare_zoomed", ("z",)),
    Take("what_if", ("escape", "w", "right", "right")),
    Take("filters", ("escape", "slash")),
    Take("sorts", ("escape", "s")),
    Take("help", ("escape", "question_mark")),
    Take("unknown_key", ("escape", "enter", "t")),
    Take("summary", ("q",)),
)
