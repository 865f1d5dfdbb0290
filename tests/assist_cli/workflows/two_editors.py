"""A small model of two editors and us, for `test_any_history`: what people said of one photo, where and when.

Our stars, labels and keywords are never those of people, so that it can be told whose a value is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from index.photo.marks import Flag, Mark
from index.photo.merge_marks import Value, is_unset, same_value, value_of
from index.photo.persons_word import PersonsWord
from index.photo.sidecar_place import Place
from tests.assist_cli.workflows.made_desk import Desk

PLACES = (Place.DARKTABLE, Place.ADOBE)
ONE_VALUE = (Mark.RATING, Mark.FLAG, Mark.LABELS)
KEYWORDS = ("harbour", "people|Anna")

Topic = Mark | str
"""A mark with one value, or a keyword, which is there or not."""
Spot = tuple[Place, Topic]
Values = Mapping[Spot, Value]


@dataclass
class Word:
    """What stands in one spot, when a person said so (None: it is ours, or nobody's), and both as we last took note of them."""

    value: Value = None
    said: int | None = None
    noted: tuple[Value, int | None] = (None, None)
    touched: int = 0
    """When a person last changed anything, be it back to what we knew."""
    ours: list[Value] = field(default_factory=list)
    """All that we ever wrote there."""

    def note(self) -> None:
        """We have seen it. That nothing stands where nothing stood is no news to anybody."""
        if self.value or self.noted != (None, None):
            self.noted = (self.value, self.said)

    def forget(self) -> None:
        """We have never seen it: a person who took something away then cannot be known to have done so."""
        self.noted = (None, None)
        if not self.value:
            self.said = None


class Model:
    """Who said what last, spot by spot."""

    def __init__(self, desk: Desk, photo: str) -> None:
        self._desk, self._photo = desk, photo
        self._now = 0
        self._words: dict[Spot, Word] = {
            (place, topic): Word() for place in PLACES for topic in (*ONE_VALUE, *KEYWORDS)
        }

    def name(self, place: Place) -> str:
        """The sidecar's."""
        return f"{self._photo}.xmp" if place is Place.DARKTABLE else f"{self._photo.rpartition('.')[0]}.xmp"

    def values(self) -> dict[Spot, Value]:
        """What stands everywhere; where nothing does, None."""
        return dict(self._standing())

    def by_person(self, before: Values) -> None:
        """People changed what stood there before."""
        self._now += 1
        for spot, value in self._changed(before):
            word = self._words[spot]
            # Back at what we know of it: nobody can tell that anything happened.
            is_known = _same(spot[1], value, word.noted[0])
            word.value, word.said, word.touched = value, word.noted[1] if is_known else self._now, self._now

    def by_us(self, before: Values, here: PersonsWord) -> None:
        """We wrote: nothing that a person said last may go, but for something newer that a person said elsewhere."""
        self._now += 1
        for spot, value in list(self._changed(before)):
            word = self._words[spot]
            if word.said is not None and not self._is_displaced(spot, before, here):
                assert self._is_newer_elsewhere(spot, value, word.said), (
                    f"a person's {spot} went: {before[spot]} -> {value}"
                )
            self._written(spot, value)

    def by_undo(self, before: Values) -> None:
        """We took back: nothing of a person's may change at all, unless it is just what we had written."""
        for spot, value in list(self._changed(before)):
            word = self._words[spot]
            is_ours = any(_same(spot[1], before[spot], wrote) for wrote in word.ours)
            assert word.said is None or is_ours, f"undo changed a person's {spot}: {before[spot]} -> {value}"
            self._written(spot, value)

    def seen(self, conflicts: frozenset[Mark]) -> None:
        """We read; marks in conflict count as not read."""
        for (_, topic), word in self._words.items():
            if topic not in conflicts:
                word.note()

    def forgotten(self, here: PersonsWord) -> None:
        """The journal is gone. The catalogue still knows what people took away."""
        for (place, topic), word in self._words.items():
            is_kept = isinstance(topic, Mark) and here.tells(topic) and is_unset(topic, value_of(here.marks, topic))
            said = word.said if is_kept and (self._desk.folder / self.name(place)).exists() else None
            word.forget()
            word.said = word.said or said

    def catalogue_lost(self) -> None:
        """What neither catalogue nor journal knows is forgotten."""
        for word in self._words.values():
            if word.noted == (None, None) and not word.value:
                word.said = None

    def never_was(self, place: Place) -> None:
        """Who takes back the run that made a sidecar says that it may be made again."""
        for spot in self._words:
            if spot[0] is place:
                self._words[spot] = Word()

    def has_no_room(self, spot: Spot, values: Values) -> bool:
        """The stars of a reject have none in darktable's place."""
        is_reject = values[Place.DARKTABLE, Mark.FLAG] is Flag.REJECT
        return is_reject and spot == (Place.DARKTABLE, Mark.RATING)

    def _standing(self) -> Iterator[tuple[Spot, Value]]:
        for place in PLACES:
            marks = self._desk.marks(self.name(place), place)
            for mark in ONE_VALUE:
                value = value_of(marks, mark)
                yield (place, mark), None if is_unset(mark, value) else value
            for keyword in KEYWORDS:
                yield (place, keyword), (keyword,) if keyword in marks.keywords else None

    def _changed(self, before: Values) -> Iterator[tuple[Spot, Value]]:
        return ((spot, value) for spot, value in self._standing() if not _same(spot[1], value, before[spot]))

    def _written(self, spot: Spot, value: Value) -> None:
        self._words[spot] = Word(value, None, (value, None), ours=[*self._words[spot].ours, value])

    def _is_displaced(self, spot: Spot, before: Values, here: PersonsWord) -> bool:
        """Whether a reject took the place of stars that we keep, or gave it back to them."""
        if not (self.has_no_room(spot, before) or self.has_no_room(spot, self.values())):
            return False
        kept = value_of(here.marks, Mark.RATING)
        return any(same_value(Mark.RATING, kept, value) for value in (before[spot], self.values()[spot]) if value)

    def _is_newer_elsewhere(self, spot: Spot, value: Value, said: int) -> bool:
        """A keyword that one gives and another takes away is given."""
        place, topic = spot
        others = [word for (elsewhere, same), word in self._words.items() if same == topic and elsewhere is not place]
        if topic in KEYWORDS and value:
            return any(other.value for other in others)
        return any(other.touched > said and _same(topic, other.value, value) for other in others)


def _same(topic: Topic, one: Value, other: Value) -> bool:
    return same_value(topic, one, other) if isinstance(topic, Mark) else one == other
