"""Lines come out as they are, many at a time as one by one."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.text import Text

from assist_cli.render.line_output import print_line, print_lines

LINES = [
    [("IMG_0001.JPG", ""), ("  ", ""), ("★★★", "cyan"), (" 71", "bold"), ("  soft   ", "bold yellow")],
    [("写真.jpg", ""), (" +NEF", "dim"), ("     ", "")],
    [("It tilts 1.8° to the left, which is plain to see.", "dim")],
    [("", "")],
] * 150
WIDE = 1000


def printed(work, encoding="utf-8", **options):
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    work(Console(file=stream, width=40, highlight=False, **options))
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)


def one_by_one(console):
    for line in LINES:
        print_line(console, Text.assemble(*line))


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("options", [{}, {"force_terminal": True, "color_system": "standard"}, {"no_color": True}])
def test_many_lines_are_printed_as_one_by_one(encoding, options):
    assert printed(lambda console: print_lines(console, LINES, WIDE), encoding, **options) == printed(
        one_by_one, encoding, **options
    )


@pytest.mark.parametrize("cells", [1, 5, 8, 20])
@pytest.mark.parametrize("options", [{}, {"force_terminal": True, "color_system": None}])
def test_lines_are_cut_to_so_many_cells(cells, options):
    def cut(console):
        for line in LINES:
            text = Text.assemble(*line)
            text.truncate(cells)
            print_line(console, text)

    assert printed(lambda console: print_lines(console, LINES, cells), **options) == printed(cut, **options)
