"""Which of a person's marks stand here and in no place of the photo: sidecars were taken back, or their files deleted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assist_cli.workflows.culled_marks import CULLED
from assist_cli.workflows.marked_places import MarkedPlace, Past
from index.photo.marks import Mark
from index.photo.merge_marks import Value, is_unset, same_value, value_of
from index.photo.persons_word import PersonsWord
from index.photo.sidecar_place import Place


def absent_marks(
    here: PersonsWord, places: Sequence[MarkedPlace], past: Past, conflicts: Collection[Mark] = ()
) -> frozenset[Mark]:
    """A mark that was given here is absent where no place says it; one that was taken away where a sidecar has one still.

    `conflicts`: marks that people gave otherwise in a place; those are told elsewhere, and absent in none.
    """
    told = [mark for mark in CULLED if here.tells(mark) and mark not in conflicts]
    return frozenset(mark for mark in told if _is_absent(mark, value_of(here.marks, mark), places, past))


def _is_absent(mark: Mark, value: Value, places: Sequence[MarkedPlace], past: Past) -> bool:
    if is_unset(mark, value):
        return any(not is_unset(mark, value_of(place.marks(past), mark)) for place in _sidecars(places))
    return not any(_may_say(mark, value, place, past) for place in places)


def _may_say(mark: Mark, value: Value, place: MarkedPlace, past: Past) -> bool:
    """A place that cannot tell, such as that of a reject's stars, is taken to say it: nothing could be written there."""
    return same_value(mark, value_of(place.marks(past), mark), value) or mark in place.stated(past).untold


def _sidecars(places: Sequence[MarkedPlace]) -> list[MarkedPlace]:
    """Nothing is ever written inside a photo, so that what stands there cannot be taken away."""
    return [place for place in places if place.place.place is not Place.EMBEDDED]
