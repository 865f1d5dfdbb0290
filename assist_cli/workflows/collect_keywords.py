"""What people said of one photo's keywords since we last looked, out of all its places: merged as sets, so never a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.marked_places import MarkedPlace
from index.photo.marks import Mark
from index.photo.persons_word import PersonsWord
from index.photo.stated_marks import Stated, is_own_keyword


@dataclass(frozen=True, slots=True)
class CollectedKeywords:
    """All keywords that people gave the photo; `sources`: the files that say something new of them, none where nothing is new."""

    words: tuple[str, ...]
    sources: tuple[Path, ...]


def collect_keywords(here: PersonsWord, stated: Sequence[tuple[MarkedPlace, Stated]]) -> CollectedKeywords:
    """What a place has beyond what we knew of it comes, and what it lacks of that goes; what one gives and another takes away is
    given. `here`: what the catalogue has; where that knows nothing of keywords, all that stand anywhere come.
    """
    is_told = here.tells(Mark.KEYWORDS)
    kept, come, gone = dict.fromkeys(here.marks.keywords), dict[str, None](), set[str]()
    sources: list[Path] = []
    for place, one in stated:
        there, before = _persons(one.marks.keywords), _known(one)
        if not is_told:
            kept |= dict.fromkeys(word for word in there if word in before)
        come |= dict.fromkeys(word for word in there if word not in before)
        gone |= {word for word in before if word not in there}
        if set(there) != set(before) or (there and not is_told):
            sources.append(place.path)
    words = dict.fromkeys(word for word in kept if word not in gone) | come
    is_new = set(words) != set(here.marks.keywords) or not is_told
    return CollectedKeywords(tuple(words), tuple(sources) if is_new else ())


def _persons(words: Sequence[str]) -> list[str]:
    return [word for word in words if not is_own_keyword(word)]


def _known(stated: Stated) -> list[str]:
    known = stated.known.get(Mark.KEYWORDS)
    return _persons(known.value) if known is not None and isinstance(known.value, tuple) else []
