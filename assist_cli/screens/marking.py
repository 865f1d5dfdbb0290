"""What the keys that mark do, and the words that answer them."""

from __future__ import annotations

from collections.abc import Sequence

from assist_cli.failures import told
from assist_cli.render.plain_text import printable
from assist_cli.screens.said import Said
from assist_cli.workflows.cull.actions import Action, marks_and_stays
from assist_cli.workflows.cull.kept_marks import Change
from assist_cli.workflows.cull.session import CullSession
from index.catalog.errors import CatalogError
from index.photo.marks import ColorLabel, Flag, Mark
from index.photo.merge_marks import Value

FLAGS = {Action.PICK: Flag.PICK, Action.REJECT: Flag.REJECT, Action.UNFLAG: Flag.UNFLAGGED}
STARS = {Action(f"rate_{stars}"): stars for stars in range(6)}
LABELS: dict[Action, ColorLabel | None] = {Action(f"label_{color.value.lower()}"): color for color in ColorLabel}
LABELS[Action.LABEL_NONE] = None
MARKING = {*FLAGS, *STARS, *LABELS}
FLAG_WORDS = {Flag.PICK: "picked", Flag.REJECT: "rejected", Flag.UNFLAGGED: "no flag"}


def is_marking(action: Action) -> bool:
    """Whether the key sets a mark."""
    return marks_and_stays(action)[0] in MARKING


def mark(session: CullSession, action: Action) -> Said:
    """Sets the mark on the current photo; says so, or why it could not be kept."""
    plain, stays = marks_and_stays(action)
    photo = session.current
    try:
        if plain in FLAGS:
            changes = session.set_flag(FLAGS[plain], stay=stays)
        elif plain in STARS:
            changes = session.set_rating(STARS[plain], stay=stays)
        else:
            changes = session.set_label(LABELS[plain], stay=stays)
    except CatalogError as error:
        return not_kept(error)
    name = printable(photo.path.stem)
    if not changes:
        return Said(f"{name} {already_words(plain)}")
    return Said(f"{name}: {change_words(changes[0].mark, changes[0].after)}")


def undo(session: CullSession) -> Said:
    """Takes the last change back."""
    try:
        undone = session.undo()
    except CatalogError as error:
        return not_kept(error)
    return Said(f"Taken back: {undone_words(undone)}") if undone else Said("There is nothing to take back")


def not_kept(error: CatalogError) -> Said:
    """Why a mark is not in the catalogue."""
    trouble = told(error)
    return Said(f"NOT KEPT: {trouble.message}; {trouble.hint}".removesuffix("; "), is_trouble=True)


def undone_words(undone: Sequence[Change]) -> str:
    """`IMG_0412 is again: no flag`."""
    first = undone[0]
    others = f", and {len(undone) - 1} more" if len(undone) > 1 else ""
    return f"{printable(first.path.stem)} is again: {change_words(first.mark, first.before)}{others}"


def already_words(action: Action) -> str:
    """That the mark was there before: a key sets and never toggles."""
    if action in FLAGS and FLAGS[action] is not Flag.UNFLAGGED:
        return f"is {FLAG_WORDS[FLAGS[action]]} already"
    if action in STARS:
        return f"has {change_words(Mark.RATING, STARS[action])} already"
    label = LABELS.get(action)
    return f"is labelled {label} already" if label else f"has no {'label' if action in LABELS else 'flag'} already"


def change_words(mark: Mark, value: Value) -> str:
    """The mark as it is now, in words."""
    if mark is Mark.FLAG:
        return FLAG_WORDS[value] if isinstance(value, Flag) else "no flag"
    if mark is Mark.RATING:
        return "★" * value if isinstance(value, int) and value else "no stars"
    return ", ".join(map(str, value)) if isinstance(value, tuple) and value else "no label"
