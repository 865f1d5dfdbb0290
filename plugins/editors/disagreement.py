"""Which marks of one photo editors would show differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.editors.shown import Shown


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One kind of mark, and what each editor that has it would show: `4 stars` -> (darktable, digikam)."""

    mark: str
    """`stars`, `label` or `flag`."""
    views: Mapping[str, tuple[str, ...]]


def disagreements(shown: Mapping[str, Shown]) -> Iterator[Disagreement]:
    """Editor -> what it shows. Editors that lack a mark, or whose view cannot be told, take no part.

    The star that darktable gives every photo that it imports is no difference from none.
    """
    for mark, view in (("stars", _stars), ("label", _label), ("flag", _flag)):
        views: dict[str, tuple[str, ...]] = {}
        for name, sight in shown.items():
            text = view(sight)
            if text is not None:
                views[text] = (*views.get(text, ()), name)
        if mark == "flag":
            views = _flags_apart(views)
        if len(views) > 1:
            yield Disagreement(mark, views)


def _stars(shown: Shown) -> str | None:
    if shown.stars is None:
        return None
    stars = 0 if shown.by_default else shown.stars
    return "1 star" if stars == 1 else f"{stars} stars" if stars else "no stars"


def _label(shown: Shown) -> str | None:
    if shown.labels is None:
        return None
    return f"label {' and '.join(sorted(shown.labels))}" if shown.labels else "no label"


def _flag(shown: Shown) -> str | None:
    """`no reject` is said by an editor that has no picks."""
    if shown.rejected:
        return "a reject"
    if shown.picked:
        return "a pick"
    if shown.rejected is None:
        return None
    return "no reject" if shown.picked is None else "no flag"


def _flags_apart(views: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Who cannot show picks does not contradict those who show one, or none."""
    return views if "a reject" in views else {text: names for text, names in views.items() if text != "no reject"}
