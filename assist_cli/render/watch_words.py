"""How a watch is told, on its screen and in its log."""

from __future__ import annotations

import os
from pathlib import Path

from assist_cli.render.decision_words import WORDS
from assist_cli.render.plain_text import printable
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from index.photo.errors import UnreadablePhoto
from scoring.ranking.picks.choice import Decision

UNDECIDED = "-"


def decision_word(decision: Decision | None) -> str:
    """`keep`, `alternate`, `reject?`."""
    return UNDECIDED if decision is None else WORDS[decision]


def how_watched(watched: WatchedBy) -> str:
    """`events`, or `looking every second` and why."""
    if watched.mode is Mode.EVENTS:
        return "events"
    return f"looking every second: {printable(watched.why)}" if watched.why else "looking every second"


def why_unread(photo: UnreadablePhoto) -> str:
    """What is wrong and what to do, nothing twice: both may begin with the same words."""
    first, _, rest = photo.hint.partition("; ")
    hint = rest if first in photo.message else photo.hint
    return "; ".join(part for part in (printable(photo.message), hint) if part)


def from_home(folder: Path) -> str:
    """`~/Pictures` for what lies there."""
    home = os.path.expanduser("~")  # noqa: PTH111 - where there is no home, this is no error
    text = str(folder)
    return printable(f"~{text[len(home) :]}" if home != "/" and f"{text}/".startswith(f"{home}/") else text)


def counts(totals: Totals) -> str:
    """`412 photos scored, 3 known before, advice revised 7 times, 415 sidecars written; 2 unreadable`."""
    parts = [_counted(totals.scored, "photo", "photos") + " scored"]
    if totals.known:
        parts.append(f"{totals.known:,} known before")
    if totals.revised:
        parts.append(f"advice revised {_counted(totals.revised, 'time', 'times')}")
    if totals.sidecars:
        parts.append(f"{_counted(totals.sidecars, 'sidecar', 'sidecars')} written")
    return ", ".join(parts) + (f"; {totals.unread:,} unreadable" if totals.unread else "")


def _counted(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
