"""The slider in words and signs."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from assist_cli.screens.what_if_screen import WhatIfScreen, in_columns
from assist_cli.workflows.cull.what_if import Answer
from scoring.ranking.picks.choice import Decision


class Asked:
    """Answers as if one photo were advised otherwise beyond 0.5."""

    usual = 0.5

    def at(self, strictness, _marks, _advised):
        is_stricter = strictness > self.usual
        changed = {Path("/shoot/夜_0001.JPG"): (Decision.KEEPER, Decision.ALTERNATE)} if is_stricter else {}
        return Answer(strictness, 3, 1, 1, changed)

    def advice_at(self, _strictness):
        return {}


@pytest.fixture
def asked(cull):
    """Plays the slider over a shoot of five."""

    def call(steps, size=(100, 30)):
        async def whole(played):
            played.app.push_screen(WhatIfScreen(played.app.desk, Asked()))
            await played.pilot.pause()
            await steps(played)

        cull(whole, size=size)

    return call


def test_slider_marks_where_the_advice_is_now(asked):
    async def steps(played):
        assert "Nothing would change" in played.text
        await played.press("right", "right")
        handle, below = played.text.splitlines()[2:4]
        assert handle.index("┼") < handle.index("█")
        assert below.index("now") <= handle.index("┼") <= below.index("now") + 2

    asked(steps)


def test_each_photo_that_changes_is_told_with_both_advices(asked):
    async def steps(played):
        await played.press("right")
        assert "1 photo would be advised otherwise" in played.text
        assert "▲ → ◆  夜_0001.JPG" in played.text

    asked(steps)


def test_what_was_taken_is_what_is_advised_the_next_time(asked):
    async def steps(played):
        await played.press("right", "right", "enter")
        assert "Our advice changed for 1 photo; your marks are as they were" in played.text
        played.app.push_screen(WhatIfScreen(played.app.desk, Asked()))
        await played.pilot.pause()
        line = played.text.splitlines()[2]
        assert "┼" not in line
        assert line.index("█") > len(line.strip()) * 0.55

    asked(steps)


def test_taking_the_advice_as_it_is_says_so(asked):
    async def steps(played):
        await played.press("enter")
        assert "Our advice is as it was; your marks are as they were" in played.text

    asked(steps)


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24)])
def test_slider_fits_small_screens(asked, size):
    async def steps(played):
        await played.press(*["left"] * 12, *["right"] * 20)
        assert all(cell_len(line) <= size[0] for line in played.text.splitlines())

    asked(steps, size)


def test_columns_are_read_down_and_never_too_wide():
    rows = in_columns([f"{number:02}" for number in range(7)], 17)
    assert rows == ["00   03   06", "01   04", "02   05"]
    assert in_columns(["夜のカジノ" * 3], 5) == ["夜のカジノ" * 3]
