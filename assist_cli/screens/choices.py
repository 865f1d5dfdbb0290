"""The two prompts of a cull: filters with how many photos each shows, and sorts."""

from __future__ import annotations

from assist_cli.screens.choice_screen import ChoiceScreen, Option
from assist_cli.screens.desk import Desk
from assist_cli.screens.said import Said
from assist_cli.workflows.cull.filters import EXAMPLES, filter_names, find_filter
from assist_cli.workflows.cull.sorts import find_sort, sort_names

FILTER_WORDS = {
    "all": "every photo",
    "unrated": "neither stars nor a flag",
    "picks": "✓ you picked",
    "rejects": "✗ you rejected",
    "undecided": "no flag, with or without stars",
    "keeper": "▲ we would keep",
    "alternate": "◆ we would keep another frame of its moment",
    "reject_candidate": "▽ we would think of rejecting",
    "burst": "one framing, seconds apart",
    "near_duplicate": "much alike",
    "duplicate": "the same picture twice",
    "bracket": "exposure bracket, kept whole",
    "focus_stack": "focus stack, kept whole",
    "panorama": "parts of a panorama, kept whole",
    "single": "the only frame of its moment",
    "unscored": "not judged yet",
    "unreadable": "cannot be read",
}
EXAMPLE_WORDS = {
    "3+": "at least so many stars: 1 to 5",
    "focus<0.4": "any factor, or the score, below a level of 0 to 1",
}
BEST_FIRST = "the best first"
SORT_WORDS = {
    "name": "as they lie in their folders",
    "time": "as they were taken",
    "advice": "keep, alternate, reject?",
}
"""Of those that are neither the score nor a factor."""


def filter_screen(desk: Desk) -> ChoiceScreen:
    """What is shown."""
    photos = [*desk.session.photos]
    options: list[Option] = []
    for name in filter_names():
        count = sum(map(find_filter(name).matches, photos))
        options.append((name, f"{count:5}   {FILTER_WORDS[name]}{_now(name, desk.session.filter.name)}"))
    options += [(example, f"{'':5}   {EXAMPLE_WORDS[example]}") for example in EXAMPLES]

    def choose(name: str) -> Said:
        count = desk.session.set_filter(find_filter(name))
        if not count:
            return Said(f"No photo is shown by {name}: the filter stays {desk.session.filter.name}", is_trouble=True)
        return Said(f"Shown: {name}, {count} of {len(photos)}")

    return ChoiceScreen(desk, "Which photos are shown?", options, choose)


def sort_screen(desk: Desk) -> ChoiceScreen:
    """In which order."""
    now = desk.session.sort.name
    options = [(name, f"{SORT_WORDS.get(name, BEST_FIRST)}{_now(name, now)}") for name in sort_names()]

    def choose(name: str) -> Said:
        desk.session.set_sort(find_sort(name))
        return Said(f"In order of {name}")

    return ChoiceScreen(desk, "In which order?", options, choose)


def _now(name: str, now: str) -> str:
    return " (now)" if name == now else ""
