"""What the places of one photo say now, and whose word that is: a person's, or our own from an earlier day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Known, Value, is_unset, same_value, value_of
from index.photo.persons_word import PersonsWord

OWN_KEYWORDS = "photo-assist|"
"""How every keyword of ours begins."""
AUTOMATIC_STARS = 1
"""What darktable gives every photo on import (research: freshly imported images have rating 1)."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One place: its marks, and of each mark what we last wrote or read there."""

    marks: Marks
    known: Mapping[Mark, Known] = field(default_factory=dict)
    by_darktable: bool = False
    stale: frozenset[Mark] = frozenset()
    """Marks of which some property still says what we wrote, because the editor that changed the others does not know it."""
    untold: frozenset[Mark] = frozenset()
    """Marks of which the place cannot tell what they are: the stars of a reject, whose place -1 has taken, and a crop that is
    there and cannot be understood.
    """

    def value(self, mark: Mark) -> Value:
        """What stands there, but for the star that nobody gave."""
        if mark is Mark.RATING and self.by_darktable and self.marks.rating == AUTOMATIC_STARS:
            # Where we met other stars before, or gave some, darktable did not just import the photo.
            return AUTOMATIC_STARS if mark in self.known else None
        return value_of(self.marks, mark)

    def persons(self) -> dict[Mark, Value]:
        """What people said there: their marks, and that they took one of ours away. Keywords without ours."""
        return {mark: self._persons_value(mark) for mark in Mark if mark not in self.untold and self._is_persons(mark)}

    def _is_persons(self, mark: Mark) -> bool:
        value, known = self._persons_value(mark), self.known.get(mark)
        if mark is Mark.KEYWORDS:
            return bool(value)
        if known is None:
            return not is_unset(mark, value)
        return known.by_person or not same_value(mark, known.value, value)

    def _persons_value(self, mark: Mark) -> Value:
        if mark is Mark.KEYWORDS:
            return tuple(word for word in self.marks.keywords if not is_own_keyword(word))
        return self.value(mark)


def is_own_keyword(keyword: str) -> bool:
    """Whether a keyword is one that only we give."""
    return keyword.startswith(OWN_KEYWORDS)


def protected_marks(places: Iterable[Stated], here: PersonsWord) -> frozenset[Mark]:
    """The marks of a photo that a machine leaves alone everywhere, because a person set or cleared them in one of its places, or
    `here`. Stars and a flag are one opinion: either protects both.
    """
    protected = set(here.told())
    for place in places:
        protected |= place.persons().keys() | (place.untold & {Mark.CROP})  # whose a reject is, its flag tells
    protected.discard(Mark.KEYWORDS)  # ours stand beside a person's
    if protected & {Mark.RATING, Mark.FLAG}:
        protected |= {Mark.RATING, Mark.FLAG}
    return frozenset(protected)
