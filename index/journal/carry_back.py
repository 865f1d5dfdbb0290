"""Takes back what a run moved and linked, photo by photo; what is refused stays in the journal as still to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import islice

from index.journal.database import Journal
from index.journal.entries import Run
from index.journal.move_entries import PlannedMove
from index.journal.move_photos import PHOTOS_AT_ONCE, Group, MoveResult, move_all
from index.journal.undo import UndoKind
from index.journal.undo_moves import MoveStep, plan_moves_back

OnMoveStep = Callable[[MoveStep], None]
Hold = Callable[[], AbstractContextManager[None]]


def carry_back(
    journal: Journal, run: Run, begin: Callable[[], Run], on_step: OnMoveStep, hold: Hold = nullcontext
) -> None:
    """Takes these back, the last one first, and tells of each. `begin`: the run of the undo, which is begun when a name is to be
    touched. Raises a `JournalError` as `move_all`.
    """
    waiting = plan_moves_back(journal, run)
    while batch := list(islice(waiting, PHOTOS_AT_ONCE)):
        journal.moves.are_back(move.id for step in batch if step.kind is UndoKind.NOTHING for move in step.moves)
        for step in batch:
            if not step.planned:
                on_step(step)
        steps = {step.planned[0]: step for step in batch if step.planned}
        if steps:
            move_all(journal, begin(), _groups(batch), lambda result: on_step(_carried(steps, result)), hold)  # noqa: B023 - called here


def _groups(batch: list[MoveStep]) -> Iterator[Group]:
    yield from (step.planned for step in batch if step.planned)


def _carried(steps: Mapping[PlannedMove, MoveStep], result: MoveResult) -> MoveStep:
    step = steps[result.planned[0]]
    if result.error is not None and step.is_folder:
        return replace(step, kind=UndoKind.NOTHING)  # somebody has put something into it: it is theirs now
    if result.error is not None:
        return replace(step, kind=UndoKind.REFUSE, reason=result.error.message)
    if result.doubled:
        return replace(step, kind=UndoKind.REFUSE, reason=f"it is at both places: {result.doubled[0].message}")
    return step
