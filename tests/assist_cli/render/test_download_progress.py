"""How much of a download is here, in a person's units."""

import io

from rich.console import Console

from assist_cli.render.download_progress import LOG_EVERY_S, download_line, download_progress


def test_line_tells_megabytes_here_and_in_all():
    assert download_line(12_400_000, 58_889_899) == "12.4 of 58.9 MB"
    assert download_line(12_400_000, None) == "12.4 MB"


def test_log_gets_a_line_now_and_then(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    stream = io.StringIO()
    with download_progress(Console(file=stream), quiet=False) as report:
        report(1_000_000, 9_000_000)
        now[0] += LOG_EVERY_S
        report(2_000_000, 9_000_000)
        report(3_000_000, 9_000_000)
    assert stream.getvalue() == "2.0 of 9.0 MB\n"


def test_quiet_says_nothing():
    stream = io.StringIO()
    with download_progress(Console(file=stream, force_terminal=True), quiet=True) as report:
        report(1, 2)
    assert stream.getvalue() == ""


def test_terminal_shows_a_bar_that_leaves_nothing_behind():
    stream = io.StringIO()
    with download_progress(Console(file=stream, force_terminal=True, width=100), quiet=False) as report:
        report(5_000_000, 9_000_000)
    assert "5.0 of 9.0 MB" in stream.getvalue()
