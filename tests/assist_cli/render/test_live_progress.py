"""Progress on stderr."""

import io
import time

from rich.console import Console

from assist_cli.render.live_progress import duration, live_progress, progress_line
from assist_cli.workflows.progress import Progress


def test_the_line_says_count_rate_time_left_and_failures():
    progress = Progress(total=2000, scored=98, failed=2, started_s=time.monotonic() - 50)
    line = progress_line(progress)
    assert line.startswith("100 of 2,000 · 2.0 photos/s · 15 min")
    assert line.endswith("left · 2 unreadable")


def test_before_the_first_photo_nothing_is_guessed():
    assert progress_line(Progress(total=20)) == "0 of 20"


def test_durations_read_well():
    assert [duration(seconds) for seconds in (9, 200, 3900)] == ["9 s", "3 min 20 s", "1 h 5 min"]


def report_once(console, quiet):
    with live_progress(console, quiet=quiet) as report:
        report(Progress(total=3, scored=1))


def test_a_terminal_gets_a_live_line_that_leaves_no_trace():
    stream = io.StringIO()
    report_once(Console(file=stream, force_terminal=True, width=80), quiet=False)
    assert "1 of 3" in stream.getvalue()


def test_quiet_and_logs_stay_silent_in_a_short_run():
    for quiet in (True, False):
        stream = io.StringIO()
        report_once(Console(file=stream, width=80), quiet)
        assert stream.getvalue() == ""
