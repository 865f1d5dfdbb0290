"""Everything that a key can do in a cull, by the names that keymaps use."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """Marks set and never toggle. `stay_...`: the same without going on to the next photo."""

    PICK = "pick"
    REJECT = "reject"
    UNFLAG = "unflag"
    RATE_0 = "rate_0"
    RATE_1 = "rate_1"
    RATE_2 = "rate_2"
    RATE_3 = "rate_3"
    RATE_4 = "rate_4"
    RATE_5 = "rate_5"
    LABEL_RED = "label_red"
    LABEL_YELLOW = "label_yellow"
    LABEL_GREEN = "label_green"
    LABEL_BLUE = "label_blue"
    LABEL_PURPLE = "label_purple"
    LABEL_NONE = "label_none"
    STAY_PICK = "stay_pick"
    STAY_REJECT = "stay_reject"
    STAY_UNFLAG = "stay_unflag"
    STAY_RATE_0 = "stay_rate_0"
    STAY_RATE_1 = "stay_rate_1"
    STAY_RATE_2 = "stay_rate_2"
    STAY_RATE_3 = "stay_rate_3"
    STAY_RATE_4 = "stay_rate_4"
    STAY_RATE_5 = "stay_rate_5"
    STAY_LABEL_RED = "stay_label_red"
    STAY_LABEL_YELLOW = "stay_label_yellow"
    STAY_LABEL_GREEN = "stay_label_green"
    STAY_LABEL_BLUE = "stay_label_blue"
    STAY_LABEL_PURPLE = "stay_label_purple"
    STAY_LABEL_NONE = "stay_label_none"
    NEXT = "next"
    PREVIOUS = "previous"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    NEXT_UNRATED = "next_unrated"
    NEXT_SET = "next_set"
    PREVIOUS_SET = "previous_set"
    ZOOM = "zoom"
    FOCUS_OVERLAY = "focus_overlay"
    EXPOSURE_OVERLAY = "exposure_overlay"
    CROP_OVERLAY = "crop_overlay"
    LOUPE = "loupe"
    GRID = "grid"
    COMPARE = "compare"
    WHAT_IF = "what_if"
    FILTER = "filter"
    SORT = "sort"
    UNDO = "undo"
    TOGGLE_ADVANCE = "toggle_advance"
    HELP = "help"
    QUIT = "quit"


STAY = "stay_"


def marks_and_stays(action: Action) -> tuple[Action, bool]:
    """The action without its `stay_`, and whether it had one."""
    stays = action.value.startswith(STAY)
    return Action(action.value.removeprefix(STAY)), stays
