"""How far a training run is, in words."""

import io

from rich.console import Console

from assist_cli.render.training_progress import Stages, training_progress


def test_first_step_of_a_stage_has_no_pace_yet():
    assert Stages().line("training", 3360, 10080) == "training · 3,360 of 10,080 photos"


def test_pace_is_that_of_the_stage_from_where_it_was_taken_up(monkeypatch):
    clock = iter([100.0, 110.0])
    monkeypatch.setattr("assist_cli.render.training_progress.time.monotonic", lambda: next(clock))
    stages = Stages()
    stages.line("training", 5000, 10000)
    assert stages.line("training", 5100, 10000) == "training · 5,100 of 10,000 photos · 10.0 photos/s · 8 min 10 s left"


def test_new_stage_begins_its_own_pace(monkeypatch):
    monkeypatch.setattr("assist_cli.render.training_progress.time.monotonic", lambda: 5.0)
    stages = Stages()
    stages.line("reading", 10, 20)
    assert stages.line("seeing", 16, 20) == "seeing · 16 of 20 photos"


def test_log_gets_no_live_line():
    log = io.StringIO()
    with training_progress(Console(file=log), quiet=False) as step:
        step("training", 1, 2)
    assert log.getvalue() == ""


def test_terminal_shows_the_stage():
    screen = io.StringIO()
    with training_progress(Console(file=screen, force_terminal=True, width=80), quiet=False) as step:
        step("training", 1, 2)
    assert "training · 1 of 2 photos" in screen.getvalue()
