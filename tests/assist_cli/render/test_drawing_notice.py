"""What is seen while pictures are drawn."""

import io

import pytest
from rich.console import Console

from assist_cli.render.drawing_notice import drawing_notice


def screen_of(**options):
    quiet = options.pop("quiet", False)
    screen = io.StringIO()
    with drawing_notice(Console(file=screen, width=80, **options), quiet=quiet):
        pass
    return screen.getvalue()


def test_terminal_is_told_that_pictures_are_drawn():
    assert "drawing the pictures ..." in screen_of(force_terminal=True)


@pytest.mark.parametrize("options", [{"force_terminal": False}, {"force_terminal": True, "quiet": True}])
def test_log_and_quiet_runs_hear_nothing(options):
    assert screen_of(**options) == ""
