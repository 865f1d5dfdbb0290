"""What to change in one place of a photo, mark by mark: every wish merged with what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.photo.mark_fields.changes import Change, KeywordChange
from index.photo.marks import Mark
from index.photo.merge_marks import Merge, Value, Wish, merged
from index.photo.stated_marks import Stated, is_own_keyword


@dataclass(frozen=True, slots=True)
class Wishes:
    """What we would write of one photo. Keywords: None where nothing is asked for; our own and people's are kept apart."""

    marks: Mapping[Mark, Wish] = field(default_factory=dict)
    own_keywords: tuple[str, ...] | None = None
    persons_keywords: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PlaceMerge:
    """`changes`: what to write; `outcomes`: what became of each wish."""

    changes: Mapping[Mark, Change]
    outcomes: Mapping[Mark, Merge]


def merge_place(wishes: Wishes, stated: Stated) -> PlaceMerge:
    """What becomes of all wishes in a place that says `stated`."""
    outcomes = {
        mark: merged(mark, wish, stated.known.get(mark), stated.value(mark)) for mark, wish in wishes.marks.items()
    }
    for mark in stated.untold & outcomes.keys():
        outcomes[mark] = _of_untold(mark, outcomes)
    for mark in stated.stale:
        if outcomes.get(mark) is Merge.SAME:
            outcomes[mark] = Merge.WRITE  # else some editor goes on showing what is no longer so
    changes: dict[Mark, Change] = {
        mark: wishes.marks[mark].value for mark, outcome in outcomes.items() if outcome is Merge.WRITE
    }
    keywords = _keyword_change(wishes, stated)
    if keywords is not None:
        outcomes[Mark.KEYWORDS] = Merge.WRITE if keywords.add or keywords.remove else Merge.SAME
    if keywords is not None and outcomes[Mark.KEYWORDS] is Merge.WRITE:
        changes[Mark.KEYWORDS] = keywords
    return PlaceMerge(changes, outcomes)


def _of_untold(mark: Mark, outcomes: Mapping[Mark, Merge]) -> Merge:
    """Stars come back with the flag that takes a reject away; while it stands they are written elsewhere."""
    if mark is Mark.RATING:
        return Merge.WRITE if outcomes.get(Mark.FLAG) is Merge.WRITE else Merge.SAME
    return Merge.THEIRS


def _keyword_change(wishes: Wishes, stated: Stated) -> KeywordChange | None:
    """Keywords are merged as sets: what both sides added stays, and what either took away goes."""
    if wishes.own_keywords is None and wishes.persons_keywords is None:
        return None
    there = stated.marks.keywords
    known = _words(stated.known[Mark.KEYWORDS].value) if Mark.KEYWORDS in stated.known else ()
    add: list[str] = []
    remove: list[str] = []
    if wishes.own_keywords is not None and all(word in there for word in known if is_own_keyword(word)):
        add += [word for word in wishes.own_keywords if word not in there]
        remove += [word for word in there if is_own_keyword(word) and word not in wishes.own_keywords]
    if wishes.persons_keywords is not None:
        persons = [word for word in known if not is_own_keyword(word)]
        add += [word for word in wishes.persons_keywords if word not in there and word not in persons]
        remove += [word for word in persons if word in there and word not in wishes.persons_keywords]
    return KeywordChange(tuple(add), tuple(remove))


def _words(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
