"""What people said of one photo, all told: the marks that they gave, and those that they took away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.photo.marks import NO_MARKS, Flag, Mark, Marks
from index.photo.merge_marks import Value, is_unset, value_of, with_value

CLEARED: Mapping[Mark, Value] = {
    Mark.RATING: 0,
    Mark.FLAG: Flag.UNFLAGGED,
    Mark.LABELS: (),
    Mark.KEYWORDS: (),
    Mark.CROP: None,
}
"""What a mark says that a person took away."""


@dataclass(frozen=True, slots=True)
class PersonsWord:
    """Without it nobody could tell a label that was taken away from one that was never given, and an older one would come back."""

    marks: Marks = NO_MARKS
    cleared: frozenset[Mark] = frozenset()
    """Marks that were taken away, where `marks` has no value that says so."""

    def tells(self, mark: Mark) -> bool:
        """Whether a person said anything of this mark, be it that there is none."""
        return mark in self.cleared or value_of(self.marks, mark) not in (None, ())

    def told(self) -> frozenset[Mark]:
        """The marks of which a person said anything."""
        return frozenset(mark for mark in Mark if self.tells(mark))

    def with_mark(self, mark: Mark, value: Value) -> PersonsWord:
        """The same with this said of one mark; nothing, no stars and no flag take it away."""
        said = CLEARED[mark] if is_unset(mark, value) else value
        cleared = self.cleared | {mark} if said in (None, ()) else self.cleared - {mark}
        return PersonsWord(with_value(self.marks, mark, said), cleared)


NOTHING_SAID = PersonsWord()
