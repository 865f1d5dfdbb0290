"""Every screen but the first: imported when one is asked for."""

from __future__ import annotations

from assist_cli.screens.choices import filter_screen, sort_screen
from assist_cli.screens.compare_screen import CompareScreen
from assist_cli.screens.cull_screen import CullScreen
from assist_cli.screens.desk import Desk
from assist_cli.screens.grid_screen import GridScreen
from assist_cli.screens.help_screen import HelpScreen
from assist_cli.screens.messages import Wanted
from assist_cli.screens.page_screen import PageScreen
from assist_cli.screens.summary_screen import SummaryScreen
from assist_cli.screens.what_if_screen import WhatIfScreen


def screen_beside(wanted: Wanted, desk: Desk) -> CullScreen:
    """The grid or the comparison, which take the loupe's place."""
    return GridScreen(desk) if wanted is Wanted.GRID else CompareScreen(desk)


def screen_over(wanted: Wanted, desk: Desk) -> PageScreen:
    """A page that is read, or chosen from, and goes away again."""
    match wanted:
        case Wanted.HELP:
            return HelpScreen(desk)
        case Wanted.FILTER:
            return filter_screen(desk)
        case Wanted.SORT:
            return sort_screen(desk)
        case Wanted.WHAT_IF:
            return WhatIfScreen(desk, desk.what_if)
        case Wanted.SUMMARY:
            return SummaryScreen(desk)
    raise ValueError(f"{wanted} lies over nothing")
