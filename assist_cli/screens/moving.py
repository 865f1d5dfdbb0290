"""What the keys that move do, and the words where there is nowhere to go."""

from __future__ import annotations

from collections.abc import Callable

from assist_cli.screens.said import Said
from assist_cli.workflows.cull.actions import Action
from assist_cli.workflows.cull.session import CullSession

LAST, FIRST = "This is the last photo", "This is the first photo"
Move = tuple[Callable[[CullSession, int], bool], str]
"""What it does with so many photos a row, and what is said where that leads nowhere."""

MOVES: dict[Action, Move] = {
    Action.NEXT: (lambda session, _columns: session.move(1), LAST),
    Action.PREVIOUS: (lambda session, _columns: session.move(-1), FIRST),
    Action.DOWN: (lambda session, columns: session.move(columns), LAST),
    Action.UP: (lambda session, columns: session.move(-columns), FIRST),
    Action.FIRST: (lambda session, _columns: session.first(), FIRST),
    Action.LAST: (lambda session, _columns: session.last(), LAST),
    Action.NEXT_UNRATED: (lambda session, _columns: session.next_unrated(), "No other photo here is without a mark"),
    Action.NEXT_SET: (lambda session, _columns: session.next_set(1), "This is the last moment"),
    Action.PREVIOUS_SET: (lambda session, _columns: session.next_set(-1), "This is the first moment"),
}


def move(session: CullSession, action: Action, columns: int, page: int) -> Said | None:
    """Moves the cursor; says why where it stays. A page is so many photos."""
    if action in (Action.PAGE_DOWN, Action.PAGE_UP):
        forward = action is Action.PAGE_DOWN
        return None if session.move(page if forward else -page) else Said(LAST if forward else FIRST)
    go, words = MOVES[action]
    return None if go(session, columns) else Said(words)


MOVING = {*MOVES, Action.PAGE_DOWN, Action.PAGE_UP}
