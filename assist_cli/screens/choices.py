"""The two prompts of a cull: filters with how many photos each shows, and sorts."""

from __future__ import annotations

from assist_cli.screens.choice_screen import ChoiceScreen, Option
from assist_cli.screens.desk import Desk
from assist_cli.screens.said import Said
from assist_cli.workflows.cull.filters import EXAMPLES, filter_names, find_filter
from assist_cli.workflows.cull.sorts import find_sort, sort_names


def filter_screen(desk: Desk) -> ChoiceScreen:
    """What is shown."""
    photos = [*desk.session.photos]
    options: list[Option] = []
    for name in filter_names():
        count = sum(map(find_filter(name).matches, photos))
        options.append((name, f"{count:5}" + ("  (now)" if name == desk.session.filter.name else "")))
    options += [(example, "      or another number") for example in EXAMPLES]

    def choose(name: str) -> Said:
        count = desk.session.set_filter(find_filter(name))
        if not count:
            return Said(f"No photo is shown by {name}: the filter stays {desk.session.filter.name}", is_trouble=True)
        return Said(f"Shown: {name}, {count} of {len(photos)}")

    return ChoiceScreen(desk, "Show", options, choose)


def sort_screen(desk: Desk) -> ChoiceScreen:
    """In which order."""
    options = [(name, "(now)" if name == desk.session.sort.name else "") for name in sort_names()]

    def choose(name: str) -> Said:
        desk.session.set_sort(find_sort(name))
        return Said(f"In order of {name}")

    return ChoiceScreen(desk, "Sort by", options, choose)
