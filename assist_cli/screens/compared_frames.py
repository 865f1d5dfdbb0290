"""Which frames stand side by side, and what tells them apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from assist_cli.render.plain_text import printable
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.session import CullSession
from index.photo.marks import Flag
from scoring.groups.group import KEEP_ALL

MOST = 4
"""Frames side by side (issue "Culling in the terminal")."""
TOLD = 3
"""Factors that are named below a frame: a choice."""
LEAST_SPREAD = 0.05
"""Between frames; below, both are printed as nearly the same number."""
FRAME_SHAPE = 1.5
"""Most photos are 3:2."""
CELL_SHAPE = 2.0
"""How much higher than wide a cell is."""


def compared_frames(session: CullSession, before: Sequence[Path] = ()) -> list[CullPhoto]:
    """Two to four of the current photo's group, itself among them; it alone where it is alone in its moment. `before`: those that
    were compared, which stay where the current one is among them.
    """
    group = session.group_of(session.current.path)
    if session.current.path in before:
        return [photo for path in before if (photo := session.photo(path)) is not None]
    place = next(at for at, photo in enumerate(group) if photo.path == session.current.path)
    start = max(0, min(place - (MOST - 1) // 2, len(group) - MOST))
    return _with_better([*group[start : start + MOST]], session)


def more_frames(group: Sequence[CullPhoto], shown: Collection[Path], step: int) -> list[CullPhoto]:
    """The next frames of the moment that are not shown, or those before; two at least, and none where all were passed."""
    places = [at for at, photo in enumerate(group) if photo.path in shown]
    if step > 0:
        start = next((at for at in range(places[0], len(group)) if at not in places), None)
        return [] if start is None else [*group[min(start, len(group) - 2) :][:MOST]]
    end = next((at for at in range(places[-1], -1, -1) if at not in places), None)
    return [] if end is None else [*group[: max(end + 1, 2)][-MOST:]]


def alone_words(photo: CullPhoto, *, is_known: bool) -> str:
    """Why a photo is compared with none; `is_known`: whether the moments of this shoot were told."""
    name = printable(photo.path.stem)
    if is_known or (photo.advice is not None and photo.advice.kind is None):
        return f"{name} is alone in its moment: there is no frame to compare it with"
    return f"Which frames belong to the moment of {name} is not known yet: photos are still being judged"


def _with_better(chosen: list[CullPhoto], session: CullSession) -> list[CullPhoto]:
    """The frame that ours is said to be worse than, in the place of the one farthest from it."""
    advice = session.current.advice
    better = session.photo(advice.better) if advice and advice.better else None
    if better is None or any(photo.path == better.path for photo in chosen):
        return chosen
    others = [photo for photo in chosen if photo.path != session.current.path]
    kept = {photo.path for photo in (*others[: MOST - 2], session.current, better)}
    return [photo for photo in session.group_of(session.current.path) if photo.path in kept]


def kept_flags(frames: Sequence[CullPhoto], kept: CullPhoto) -> Mapping[Path, Flag]:
    """This frame is picked and the others are rejected, but for those a person picked before. Sets that belong together, such as
    brackets, lose no frame.
    """
    flags = {kept.path: Flag.PICK}
    if kept.advice is not None and kept.advice.kind in KEEP_ALL:
        return flags
    return flags | {one.path: Flag.REJECT for one in frames if one.path != kept.path and not one.is_pick}


def telling_factors(frames: Sequence[CullPhoto]) -> list[str]:
    """The factors in which they differ most."""
    spreads = {name: _spread(frames, name) for name in _factors(frames)}
    telling = sorted(spreads, key=lambda name: -spreads[name])
    return [name for name in telling if spreads[name] >= LEAST_SPREAD][:TOLD]


def factor_of(photo: CullPhoto, name: str) -> float | None:
    """How the photo was judged there; None where it was not."""
    said = photo.scored.assessments.get(name) if photo.scored else None
    return None if said is None or said.abstained else said.value


def points_of(photo: CullPhoto, name: str) -> int | None:
    """The same of 100, as it is printed."""
    value = factor_of(photo, name)
    return None if value is None else round(value * 100)


def telling_lead(photo: CullPhoto, better: CullPhoto | None) -> tuple[str, int] | None:
    """The factor in which the better frame leads by most, and by how many points of 100; None where it leads in none."""
    if better is None:
        return None
    leads = []
    for name in _factors([photo]):
        ahead, behind = factor_of(better, name), factor_of(photo, name)
        if ahead is not None and behind is not None:
            leads.append((ahead - behind, name))
    lead, name = max(leads, default=(0.0, ""))
    return (name, round(lead * 100)) if lead >= LEAST_SPREAD else None


def wall_columns(count: int, width: int, height: int) -> int:
    """How many side by side make the largest pictures."""

    def picture_width(columns: int) -> float:
        rows = -(-count // columns)
        return min(width / columns, height / rows * CELL_SHAPE * FRAME_SHAPE)

    return max(range(1, count + 1), key=picture_width)


def _factors(frames: Sequence[CullPhoto]) -> list[str]:
    return [*frames[0].scored.assessments] if frames and frames[0].scored else []


def _spread(frames: Sequence[CullPhoto], name: str) -> float:
    values = [value for photo in frames if (value := factor_of(photo, name)) is not None]
    return max(values) - min(values) if len(values) > 1 else 0.0
