"""`pick`: which of the selected photos to keep, and why."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from assist_cli.workflows.grouped_shoot import PickedShoot
from assist_cli.workflows.pick_shoot import pick_shoot
from assist_cli.workflows.plug.plug_desk import Answered, Asked, PlugDesk
from assist_cli.workflows.plug.rate import rated, scored, tell
from assist_cli.workflows.plug.trouble import unread
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from plugins.protocol import PlugOptions
from scoring.ranking.advised_marks import LABELS
from scoring.ranking.picks.choice import Choice, Decision


def pick(asked: Asked, desk: PlugDesk) -> Iterator[Answered]:
    """Every photo with its decision, compared with the others that were asked for. Raises as `pick_shoot`, and `Cancelled`."""
    if asked.options.rescore:
        for _ in scored(asked, desk):
            pass
    request = ShootRequest(
        asked.paths, desk.catalog, desk.device, profile=asked.options.profile, open_judge=desk.open_judge
    )
    picked = pick_shoot(request, None, Progress(), lambda progress: tell(asked, progress))
    yield from map(unread, picked.grouped.unread)
    for choice in picked.choices:
        yield _picked(choice, picked, asked)


def _picked(choice: Choice, picked: PickedShoot, asked: Asked) -> Answered:
    told = rated(picked.scored[choice.photo], asked, " ".join(map(_sentence, choice.reasons)))
    better = None if choice.better is None else asked.name_of(picked.scored[choice.better].record)
    result = dataclasses.replace(
        told.result,
        pick=_flag(choice.decision, asked.options),
        label=LABELS[choice.decision].value.lower(),
        decision=choice.decision.value,
        better=better,
    )
    return dataclasses.replace(told, result=result)


def _flag(decision: Decision, options: PlugOptions) -> int:
    if decision is Decision.KEEPER:
        return 1
    return -1 if options.reject_flags and decision is Decision.REJECT_CANDIDATE else 0


def _sentence(reason: str) -> str:
    whole = reason[:1].upper() + reason[1:]
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."
