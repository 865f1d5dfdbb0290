"""What we would write of one photo: people's marks first, and our advice where no person has said anything."""

from __future__ import annotations

from collections.abc import Iterable, Set

from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Wish, value_of
from index.photo.merge_place import Wishes
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.stated_marks import Stated, is_own_keyword, protected_marks
from scoring.ranking.advised_marks import Advice

OPINION = frozenset({Mark.RATING, Mark.FLAG})
"""Who gave stars or a flag has judged the photo."""


def wished_marks(people: PersonsWord | None, advised: Marks, places: Iterable[Stated], wanted: Set[Advice]) -> Wishes:
    """`people`: what people said of the photo here, None where nothing; `advised`: our advice, as far as it is `wanted`.

    A photo that a person judged gets no label and no keyword of ours beside, unless only those were asked for.
    """
    said = people or NOTHING_SAID
    protected = protected_marks(places, said)
    if protected & OPINION and wanted & {Advice.STARS, Advice.FLAGS}:
        protected |= {Mark.LABELS, Mark.KEYWORDS}
    marks: dict[Mark, Wish] = {
        mark: Wish(value_of(advised, mark), by_person=False)
        for mark in advised.said() - protected
        if mark is not Mark.KEYWORDS
    }
    marks |= {mark: Wish(value_of(said.marks, mark), by_person=True) for mark in said.told() - {Mark.KEYWORDS}}
    own = advised.keywords if Advice.KEYWORDS in wanted and Mark.KEYWORDS not in protected else ()
    persons = tuple(word for word in said.marks.keywords if not is_own_keyword(word))
    return Wishes(marks, own or None, persons if said.tells(Mark.KEYWORDS) else None)
