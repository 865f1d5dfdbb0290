"""What people said of one photo since we last looked, out of all its places: adopted, or a conflict where they disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assist_cli.workflows.marked_places import MarkedPlace, Past
from assist_cli.workflows.prefer import Prefer
from assist_cli.workflows.wished_marks import CLEARED
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.merge_marks import Known, Value, is_unset, same_value, value_of
from index.photo.sidecar_place import Place
from index.photo.stated_marks import Stated, is_own_keyword

MERGED_ALIKE = (Mark.RATING, Mark.FLAG, Mark.LABELS, Mark.CROP)


PLACES = {Prefer.DARKTABLE: Place.DARKTABLE, Prefer.ADOBE: Place.ADOBE, Prefer.INSIDE: Place.EMBEDDED}


@dataclass(frozen=True, slots=True)
class Said:
    """One mark as a person said it in one place."""

    place: MarkedPlace
    value: Value


@dataclass(frozen=True, slots=True)
class Collected:
    """`marks`: what people say of the photo now, all told; `news`: marks that this changes, and by which places."""

    marks: Marks
    news: Mapping[Mark, tuple[MarkedPlace, ...]] = field(default_factory=dict)
    conflicts: Mapping[Mark, tuple[Said, ...]] = field(default_factory=dict)
    """Marks on which places disagree with one another, or with what was said here since: all are left alone."""


def collect_marks(here: Marks, places: Sequence[MarkedPlace], past: Past, prefer: Prefer | None = None) -> Collected:
    """`here`: what people's marks are in the catalogue; `past`: what we know of the places from earlier."""
    stated = [(place, place.stated(past)) for place in places]
    marks, news, conflicts = here, dict[Mark, tuple[MarkedPlace, ...]](), dict[Mark, tuple[Said, ...]]()
    for mark in MERGED_ALIKE:
        said = [Said(place, persons[mark]) for place, one in stated if mark in (persons := one.persons())]
        fresh = [one for one in said if _is_news(mark, one, past, here)]
        if not fresh:
            continue
        agreed = all(same_value(mark, one.value, fresh[0].value) for one in fresh)
        if agreed and _may_replace(mark, here, fresh, past):
            preferred: Sequence[Said] = fresh
        elif prefer is Prefer.HERE and value_of(here, mark) not in (None, ()):
            continue
        else:
            preferred = _preferred(fresh, prefer)
        if not preferred:
            conflicts[mark] = tuple(fresh)
            continue
        fresh = list(preferred)
        value = CLEARED[mark] if is_unset(mark, fresh[0].value) else fresh[0].value
        if not same_value(mark, value, value_of(here, mark)):
            marks = _with(marks, mark, value)
            news[mark] = tuple(one.place for one in fresh)
    keywords = _keywords(here, stated)
    if sorted(keywords) != sorted(here.keywords):
        marks = replace(marks, keywords=keywords)
        news[Mark.KEYWORDS] = tuple(place for place, one in stated if Mark.KEYWORDS in one.persons())
    return Collected(marks, news, conflicts)


def _known(mark: Mark, said: Said, past: Past) -> Known | None:
    return past.known.get(said.place.path, {}).get(mark)


def _is_news(mark: Mark, said: Said, past: Past, here: Marks) -> bool:
    """Whether it was said since we last looked, or nothing is kept here at all, as in a new catalogue."""
    known = _known(mark, said, past)
    if known is not None and known.by_person and same_value(mark, known.value, said.value):
        return here == NO_MARKS and not is_unset(mark, said.value)
    return True


def _may_replace(mark: Mark, here: Marks, fresh: Sequence[Said], past: Past) -> bool:
    """Whether what is kept here is as old as our last look, or says the same anyway."""
    kept = value_of(here, mark)
    if kept in (None, ()) or same_value(mark, kept, fresh[0].value):
        return True
    bases = [_known(mark, one, past) for one in fresh]
    return all(base is not None and same_value(mark, base.value, kept) for base in bases)


def _preferred(fresh: Sequence[Said], prefer: Prefer | None) -> Sequence[Said]:
    """The one whose word counts; none where nobody chose, or the choice does not settle it."""
    if prefer is Prefer.NEWEST:
        dated = [(one.place.now.mtime_ns, place) for place, one in enumerate(fresh) if one.place.now is not None]
        return [fresh[max(dated)[1]]] if dated else []
    of_place = [one for one in fresh if prefer is not None and one.place.place.place is PLACES.get(prefer)]
    return of_place if len(of_place) == 1 else []


def _with(marks: Marks, mark: Mark, value: Value) -> Marks:
    changed: dict[str, Value] = {mark.value: value}
    return replace(marks, **changed)  # type: ignore[arg-type]


def _keywords(here: Marks, stated: Sequence[tuple[MarkedPlace, Stated]]) -> tuple[str, ...]:
    """Merged as sets: what a place has beyond what we knew of it comes, what it lacks of that goes."""
    words = dict.fromkeys(here.keywords)
    for _, one in stated:
        known = one.known.get(Mark.KEYWORDS)
        words_known = known.value if known and isinstance(known.value, tuple) else ()
        before = [word for word in words_known if not is_own_keyword(word)]
        there = [word for word in one.marks.keywords if not is_own_keyword(word)]
        words |= dict.fromkeys(word for word in there if word not in before or not here.keywords)
        words = {word: None for word in words if word in there or word not in before}
    return tuple(words)
