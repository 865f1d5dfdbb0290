"""Groups for people: what they are, why, and which photos they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from assist_cli.render.line_fill import filled, wrapped
from assist_cli.render.palette import CALM, QUIET
from assist_cli.render.plain_text import printable
from assist_cli.render.sheet_words import KIND_WORDS
from assist_cli.render.table_names import below_shared
from assist_cli.workflows.grouped_shoot import GroupedShoot
from scoring.groups.group import KEEP_ALL, Group, GroupKind

MOST_NAMES = 12
"""A burst of hundreds is told by its first and its last frames."""
INDENT = 2
KEPT_WHOLE = "(kept whole)"
NONE_READ = "No photo could be read."


def group_lines(shoot: GroupedShoot, width: int) -> Iterator[Text]:
    """A heading a group, its photos below it, a blank line between groups; last, how many photos are in none."""
    names = below_shared([photo.path for photo in shoot.photos])
    for group in shoot.groups:
        yield from heading_lines(group, width)
        shown = _shown([names[member] for member in group.members])
        yield from (Text(" " * INDENT + row) for row in filled(shown, "  ", width - INDENT))
        yield Text()
    yield from (Text(row, style=QUIET) for row in wrapped(counts(shoot), width))


def heading_lines(group: Group, width: int) -> Iterator[Text]:
    """The kind and the evidence; of a set that is kept whole, that it is."""
    kind = KIND_WORDS[group.kind]
    rows = filled([f"{kind}: {printable(group.reason)}", *([KEPT_WHOLE] if group.kind in KEEP_ALL else [])], " ", width)
    for number, row in enumerate(rows):
        line = Text(row)
        if not number:
            line.stylize("bold", 0, len(kind))
        line.highlight_words([KEPT_WHOLE], CALM)
        yield line


def counts(shoot: GroupedShoot) -> str:
    """`31 photos: 3 bursts, 1 exposure bracket; 12 photos in no group`."""
    if not shoot.photos:
        return NONE_READ
    kinds = {kind: sum(group.kind is kind for group in shoot.groups) for kind in GroupKind}
    told = [in_words(count, *PLURALS[kind]) for kind, count in kinds.items() if count]
    alone = in_words(sum(1 for _ in shoot.ungrouped), "photo", "photos")
    return f"{in_words(len(shoot.photos), 'photo', 'photos')}: {', '.join(told) or 'no groups'}; {alone} in no group"


PLURALS = {
    GroupKind.BURST: ("burst", "bursts"),
    GroupKind.NEAR_DUPLICATE: ("set of near-duplicates", "sets of near-duplicates"),
    GroupKind.DUPLICATE: ("set of duplicates", "sets of duplicates"),
    GroupKind.BRACKET: ("exposure bracket", "exposure brackets"),
    GroupKind.FOCUS_STACK: ("focus stack", "focus stacks"),
    GroupKind.PANORAMA: ("panorama", "panoramas"),
}


def in_words(count: int, one: str, several: str) -> str:
    """`1 photo`, `2 photos`."""
    return f"{count} {one if count == 1 else several}"


def _shown(names: Sequence[str]) -> list[str]:
    if len(names) <= MOST_NAMES:
        return list(names)
    ends = MOST_NAMES // 2
    return [*names[:ends], f"... {len(names) - 2 * ends} more ...", *names[-ends:]]
