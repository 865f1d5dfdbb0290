"""What people said of one photo since we last looked, out of all its places: adopted, or a conflict where they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assist_cli.workflows.collect_keywords import collect_keywords
from assist_cli.workflows.marked_places import MarkedPlace, Past
from assist_cli.workflows.prefer import Prefer
from index.photo.marks import Mark
from index.photo.merge_marks import Known, Value, same_value, value_of
from index.photo.persons_word import PersonsWord
from index.photo.sidecar_place import Place
from index.photo.stated_marks import Stated

MERGED_ALIKE = (Mark.RATING, Mark.FLAG, Mark.LABELS, Mark.CROP)
PLACES = {Prefer.DARKTABLE: Place.DARKTABLE, Prefer.ADOBE: Place.ADOBE, Prefer.INSIDE: Place.EMBEDDED}


@dataclass(frozen=True, slots=True)
class Said:
    """One mark as a person said it in one place."""

    path: Path
    place: Place
    value: Value
    known: Known | None
    """What we knew of that place from earlier."""
    mtime_ns: int | None
    """Of a sidecar; of what lies inside a photo nobody knows when it was said."""


@dataclass(frozen=True, slots=True)
class Collected:
    """`word`: what people say of the photo now, all told; `news`: marks that this changes, and by which files."""

    word: PersonsWord
    news: Mapping[Mark, tuple[Path, ...]] = field(default_factory=dict)
    conflicts: Mapping[Mark, tuple[Said, ...]] = field(default_factory=dict)
    """Marks on which places disagree with one another, or with what was said here since: all are left alone."""


def collect_marks(
    here: PersonsWord, places: Sequence[MarkedPlace], past: Past, prefer: Prefer | None = None
) -> Collected:
    """`here`: what people said in the catalogue; `past`: what we know of the places from earlier; `prefer`: whose word counts
    where they disagree.
    """
    stated = [(place, place.stated(past)) for place in places]
    word, news, conflicts = here, dict[Mark, tuple[Path, ...]](), dict[Mark, tuple[Said, ...]]()
    for mark in MERGED_ALIKE:
        fresh = tuple(said for said in _said(mark, stated) if _is_news(mark, said, here))
        settled = _settled(mark, fresh, here, prefer)
        if settled is None:
            conflicts[mark] = fresh
        elif settled and not _says(here, mark, settled[0].value):
            word = word.with_mark(mark, settled[0].value)
            news[mark] = tuple(one.path for one in settled)
    keywords = collect_keywords(here, stated)
    if keywords.sources:
        word = word.with_mark(Mark.KEYWORDS, keywords.words)
        news[Mark.KEYWORDS] = keywords.sources
    return Collected(word, news, conflicts)


def _said(mark: Mark, stated: Sequence[tuple[MarkedPlace, Stated]]) -> Iterator[Said]:
    for place, one in stated:
        people = one.persons()
        if mark in people:
            mtime_ns = None if place.now is None else place.now.mtime_ns
            yield Said(place.path, place.place.place, people[mark], one.known.get(mark), mtime_ns)


def _is_news(mark: Mark, said: Said, here: PersonsWord) -> bool:
    """Whether it was said since we last looked, or nothing is kept here of that mark, as in a new catalogue."""
    is_old = said.known is not None and said.known.by_person and same_value(mark, said.known.value, said.value)
    return not is_old or not here.tells(mark)


def _settled(mark: Mark, fresh: Sequence[Said], here: PersonsWord, prefer: Prefer | None) -> Sequence[Said] | None:
    """Those whose word counts, who all say the same; none where that of here does; None where nobody's."""
    if _agree(mark, fresh) and (not fresh or _may_replace(mark, here, fresh)):
        return fresh
    if prefer is Prefer.HERE:
        return () if here.tells(mark) else None
    if prefer is Prefer.NEWEST:
        dated = [one for one in fresh if one.mtime_ns is not None]
        return [max(dated, key=lambda one: one.mtime_ns or 0)] if dated else None
    of_place = [one for one in fresh if prefer is not None and one.place is PLACES.get(prefer)]
    return of_place if of_place and _agree(mark, of_place) else None


def _agree(mark: Mark, said: Sequence[Said]) -> bool:
    return all(same_value(mark, one.value, said[0].value) for one in said)


def _may_replace(mark: Mark, here: PersonsWord, fresh: Sequence[Said]) -> bool:
    """Whether what is kept here is as old as our last look, or says the same anyway."""
    kept = value_of(here.marks, mark)
    if not here.tells(mark) or same_value(mark, kept, fresh[0].value):
        return True
    return all(one.known is not None and same_value(mark, one.known.value, kept) for one in fresh)


def _says(here: PersonsWord, mark: Mark, value: Value) -> bool:
    return here.tells(mark) and same_value(mark, value_of(here.marks, mark), value)
