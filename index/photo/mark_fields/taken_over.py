"""Whether darktable takes an `IMG.xmp` for Lightroom's, and how it is kept from cropping twice.

When darktable opens a photo for the first time, it takes over the crop of an `IMG.xmp` as a step behind any crop of its own
sidecar; where that file does not tell the picture's size, a crop of a tenth of each side (src/develop/lightroom.c and develop.c;
tried: 4.2.1). It passes over a file whose first `stEvt:softwareAgent` names neither Lightroom nor Camera Raw.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.photo.mark_fields.facts import MarkFacts
from index.photo.xmp_edit.edits import Edit, SetStructs

EVENTS, AGENT = "xmpMM:History", "stEvt:softwareAgent"
OURS = "photo-assist"
ADOBES = ("Lightroom", "Camera Raw")
OWN_EVENT = {"stEvt:action": "saved", AGENT: OURS}


def agents_of(events: Sequence[Mapping[str, str]] | None) -> tuple[str | None, ...]:
    """Who did what `xmpMM:History` tells, event by event."""
    return tuple(event.get(AGENT) for event in events or ())


def is_taken_over(facts: MarkFacts) -> bool:
    """Whether darktable would take over what an `IMG.xmp` with these facts says."""
    first = next((agent for agent in facts.agents if agent), None)
    return first is None or any(name in first for name in ADOBES)


def named_as_ours(facts: MarkFacts) -> list[Edit]:
    """Edits that tell, where nobody is told, that we wrote the file: darktable then leaves its crop alone."""
    return [] if any(facts.agents) else [SetStructs(EVENTS, "Seq", frozenset(), (OWN_EVENT,))]


def no_more_ours(facts: MarkFacts) -> list[Edit]:
    """Edits that take that away again."""
    own = frozenset(position for position, agent in enumerate(facts.agents) if agent == OURS)
    return [SetStructs(EVENTS, "Seq", own, ())] if own else []
