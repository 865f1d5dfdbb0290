"""Picks for people: each group with its frames ranked, the advice in a word, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.cells import cell_len
from rich.text import Text

from assist_cli.render.decision_words import STYLES, WORDS
from assist_cli.render.group_table import NONE_READ, heading_lines, in_words
from assist_cli.render.line_fill import wrapped
from assist_cli.render.natural_order import natural_key
from assist_cli.render.palette import QUIET
from assist_cli.render.plain_text import printable, shortened_name
from assist_cli.render.table_names import below_shared
from assist_cli.workflows.grouped_shoot import PickedShoot
from scoring.groups.group import Group
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.choose_shoot import ChosenShoot

RANK_CELLS, WORD_CELLS, GAP = 4, max(map(len, WORDS.values())), 2
NAME_CELLS = (12, 36)
"""At least and at most: the reasons need the rest of the line."""
LEAST_REASON = 24
"""A narrower column of reasons goes below the name instead."""
SINGLES = "Single frames"
MANY_TIES, TIES_TOLD = 6, 3
"""Where more frames than so many tie, the sentence that says with which stands in the first rows alone; a choice."""


def pick_lines(picked: PickedShoot, width: int) -> Iterator[Text]:
    """Each group under its heading, best frame first, then the photos that are in none, then the counts."""
    names = below_shared([photo.path for photo in picked.grouped.photos])
    longest = max(map(cell_len, names), default=0)
    table = _Table(names, width, max(NAME_CELLS[0], min(NAME_CELLS[1], longest)))
    for number, group in enumerate(picked.grouped.groups):
        yield from heading_lines(group, width)
        yield from table.rows(_ranked([choice for choice in picked.choices if choice.group == number], group))
        yield Text()
    singles = sorted(
        (choice for choice in picked.choices if choice.group is None), key=lambda one: natural_key(names[one.photo])
    )
    if singles:
        yield Text(SINGLES, style="bold")
        yield from table.rows(singles)
        yield Text()
    yield from (Text(row, style=QUIET) for row in wrapped(counts(picked), width))


def counts(picked: PickedShoot) -> str:
    """`26 photos: 19 to keep, 6 alternates, 1 reject candidate. No photo was changed.`"""
    if not picked.choices:
        return NONE_READ
    of = {decision: sum(choice.decision is decision for choice in picked.choices) for decision in Decision}
    told = (
        f"{in_words(len(picked.choices), 'photo', 'photos')}: {of[Decision.KEEPER]} to keep, "
        f"{in_words(of[Decision.ALTERNATE], 'alternate', 'alternates')}, "
        f"{in_words(of[Decision.REJECT_CANDIDATE], 'reject candidate', 'reject candidates')}. No photo was changed."
    )
    chosen = picked.chosen
    if chosen is None:
        return told
    return f"{told} {_quota(chosen)}, from {chosen.covered} of {chosen.moments} moments."


def _quota(chosen: ChosenShoot) -> str:
    """How many were asked for, how many there could be, how many were kept."""
    if chosen.asked <= chosen.possible:
        return f"{chosen.kept} of {chosen.asked} asked for"
    there_are = "there is 1 choice" if chosen.possible == 1 else f"there are {chosen.possible} choices"
    kept = "" if chosen.kept == chosen.possible else f", {chosen.kept} kept"
    return f"{chosen.asked} asked for; {there_are}{kept}"


def _ranked(choices: Sequence[Choice], group: Group) -> list[Choice]:
    """The best first, those of one rank and sets that are kept whole as they were taken; long ties are told briefly."""
    taken = {member: place for place, member in enumerate(group.members)}
    ordered = sorted(choices, key=lambda choice: (choice.rank or 0, taken[choice.photo]))
    return [*ordered[:TIES_TOLD], *map(_told_briefly, ordered[TIES_TOLD - 1 :], ordered[TIES_TOLD:])]


def _told_briefly(above: Choice, choice: Choice) -> Choice:
    if len(choice.tied_with) < MANY_TIES or above.reasons[:1] != choice.reasons[:1]:
        return choice
    return replace(choice, reasons=("tied", *choice.reasons[1:]))


class _Table:
    def __init__(self, names: Sequence[str], width: int, name_cells: int) -> None:
        self._names = names
        self._width = width
        self._name_cells = name_cells
        self._reason_starts = RANK_CELLS + WORD_CELLS + name_cells + 2 * GAP
        self._below = width - self._reason_starts < LEAST_REASON

    def rows(self, choices: Sequence[Choice]) -> Iterator[Text]:
        """One line or more a photo."""
        for choice in choices:
            yield from self._row(choice)

    def _row(self, choice: Choice) -> Iterator[Text]:
        rank = "" if choice.rank is None else f"{choice.rank}{'=' if choice.tied_with else ''}"
        name = shortened_name(self._names[choice.photo], self._name_cells)
        line = Text(f"{rank:>{RANK_CELLS - 1}} ")
        line.append(f"{WORDS[choice.decision]:{WORD_CELLS}}", style=STYLES[choice.decision])
        line.append(" " * GAP + name + " " * (self._name_cells - cell_len(name)))
        starts = RANK_CELLS + WORD_CELLS + GAP if self._below else self._reason_starts
        reasons = wrapped(printable("; ".join(choice.reasons)), max(LEAST_REASON, self._width - starts))
        if self._below:
            yield line
        else:
            yield line.append(" " * GAP + reasons[0]) if reasons else line
        for row in reasons if self._below else reasons[1:]:
            yield Text(" " * starts + row)
