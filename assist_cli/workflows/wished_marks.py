"""What we would write of one photo: people's marks first, and our advice where no person has said anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from index.photo.marks import Flag, Mark, Marks
from index.photo.merge_marks import Value, Wish, value_of
from index.photo.merge_place import Wishes
from index.photo.stated_marks import Stated, is_own_keyword, protected_marks
from scoring.ranking.advised_marks import Advice

CLEARED: Mapping[Mark, Value] = {Mark.RATING: 0, Mark.FLAG: Flag.UNFLAGGED, Mark.LABELS: (), Mark.CROP: None}
"""How it is kept that a person took a mark away."""
OPINION = frozenset({Mark.RATING, Mark.FLAG})
"""Who gave stars or a flag has judged the photo."""


def wished_marks(
    people: Marks | None,
    advised: Marks,
    places: Iterable[Stated],
    wanted: Set[Advice],
    cleared: Set[Mark] = frozenset(),
) -> Wishes:
    """`people`: what people said of the photo here, None where nothing; `advised`: our advice, as far as it is `wanted`;
    `cleared`: what people took away here.

    A photo that a person judged gets no label and no keyword of ours beside, unless only those were asked for.
    """
    said = people or Marks()
    protected = protected_marks(places, said) | cleared
    if protected & OPINION and wanted & {Advice.STARS, Advice.FLAGS}:
        protected |= {Mark.LABELS, Mark.KEYWORDS}
    marks: dict[Mark, Wish] = {
        mark: Wish(value_of(advised, mark), by_person=False)
        for mark in advised.said() - protected
        if mark is not Mark.KEYWORDS
    }
    marks |= {mark: Wish(value_of(said, mark), by_person=True) for mark in _told(said) if mark is not Mark.KEYWORDS}
    marks |= {mark: Wish(CLEARED[mark], by_person=True) for mark in cleared}
    own = advised.keywords if Advice.KEYWORDS in wanted and Mark.KEYWORDS not in protected else ()
    persons = tuple(word for word in said.keywords if not is_own_keyword(word))
    return Wishes(marks, own or None, persons or None)


def _told(said: Marks) -> Iterable[Mark]:
    """Marks that were set or taken away here: 0 stars and `UNFLAGGED` are something that a person said."""
    return (mark for mark in Mark if value_of(said, mark) not in (None, ()))
