"""Lines that are written already: the same to see however they are cut, and taken apart only for that."""

from __future__ import annotations

import asyncio
import io

import numpy as np
import pytest
from rich.console import Console
from rich.segment import Segment
from textual.app import App
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip

from assist_cli.pictures.half_blocks import half_blocks
from assist_cli.screens.picture_strips import strips_of
from assist_cli.screens.written_strip import WrittenLines, WrittenStrip, beside, in_middle

CONSOLE = Console(file=io.StringIO(), color_system="truecolor")


@pytest.fixture
def never_split():
    """A row of which nobody may ask for segments."""
    return WrittenStrip(4, lambda _console: "abcd", lambda: pytest.fail("it was taken apart"))


@pytest.fixture
def row():
    """20 cells of a photo."""
    rgb = np.random.default_rng(1).integers(0, 256, (40, 80, 3)).astype(np.uint8)
    return strips_of(half_blocks(rgb, (20, 5)))[0]


def test_line_is_written_without_being_taken_apart(never_split):
    line = beside(in_middle(never_split, 10))
    assert line.cell_length == 10
    assert line.render(CONSOLE) == "   abcd   "
    assert line.divide([10])[0].render(CONSOLE) == "   abcd   "


def test_strips_side_by_side_are_cut_between_them_without_being_taken_apart(never_split):
    line = beside([Strip([Segment("xy")]), beside([never_split, Strip([Segment("z")])])])
    assert line.crop(2, 6).render(CONSOLE) == "abcd"
    assert line.crop(0, 6).render(CONSOLE) == "xyabcd"
    assert line.crop(6).render(CONSOLE) == "z"
    assert line.crop(0, 99).cell_length == 7
    assert line.crop(7, 9).cell_length == 0


def test_cut_inside_a_picture_keeps_its_characters_and_colours(row):
    whole = list(Strip(list(row)).crop(5, 12))
    assert list(beside([Strip.blank(3), row]).crop(8, 15)) == whole
    assert [strip.text for strip in row.divide([5, 20])] == [row.text[:5], row.text[5:]]


def test_parts_of_a_line_have_the_widths_that_were_asked_for(row):
    line = beside([row, Strip.blank(2)])
    assert [(line.crop(0, end).cell_length, len(line.crop(0, end).text)) for end in range(1, 23)] == [
        (end, end) for end in range(1, 23)
    ]


class Rows(WrittenLines):
    word = "row"

    def render_line(self, y):
        return Strip([Segment(f"{self.word} {y}".ljust(self.size.width))], self.size.width)


class Loud(LineFilter):
    def apply(self, segments, background):  # noqa: ARG002
        return [Segment(text.upper(), style, control) for text, style, control in segments]


class RowsApp(App[None]):
    CSS = "Rows { width: 1fr; height: 1fr; }"

    def compose(self):
        yield Rows()


@pytest.mark.parametrize(("filters", "words"), [([], "row 1"), ([Loud()], "ROW 1")])
def test_widget_shows_its_lines_through_the_filters_of_the_app(filters, words, monkeypatch):
    monkeypatch.setattr(RowsApp, "get_line_filters", lambda _app: filters)

    async def second_row():
        app = RowsApp()
        async with app.run_test(size=(20, 4)):
            return app.screen._compositor.render_strips()[1].text

    assert asyncio.run(second_row()).rstrip() == words


def test_lines_are_told_again_once_they_are_refreshed():
    shown = []

    async def told() -> None:
        app = RowsApp()
        async with app.run_test(size=(20, 4)) as pilot:
            rows = app.screen.query_one(Rows)
            rows.word = "line"
            for regions in ([], [Region(0, 1, 20, 1)], [rows.size.region]):
                if regions:
                    rows.refresh(*regions)
                    await pilot.pause()
                shown.append([strip.text.split()[0] for strip in rows.render_lines(rows.size.region)])

    asyncio.run(told())
    assert shown == [["row"] * 4, ["row", "line", "row", "row"], ["line"] * 4]
