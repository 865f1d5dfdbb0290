"""tmux, asked itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from assist_cli.pictures import tmux
from assist_cli.pictures.tmux import Tmux, ask_tmux, passed_through

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60
ASK = "from assist_cli.pictures.tmux import ask_tmux; import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(str(ask_tmux()))"


@pytest.mark.parametrize(
    ("outer", "has"),
    [
        ("kitty(0.35.2)|xterm-kitty", True),
        ("kitty(0.28.0)|xterm-kitty", True),
        ("kitty(0.27.1)|xterm-kitty", False),
        ("|xterm-kitty", True),
        ("ghostty 1.1.3|xterm-ghostty", True),
        ("foot(1.16.2)|foot", False),
        ("", False),
    ],
)
def test_placeholders_are_known_to_new_kittys_and_ghostty(outer, has):
    assert Tmux(passes=True, outer=outer).has_placeholders is has


def test_sequences_are_wrapped_with_their_escapes_doubled():
    assert passed_through("\x1b_Ga=d\x1b\\") == "\x1bPtmux;\x1b\x1b_Ga=d\x1b\x1b\\\x1b\\"


def test_tmux_that_is_not_installed_passes_nothing(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert ask_tmux() == Tmux()


def test_tmux_that_hangs_passes_nothing(monkeypatch):
    def hang(command, **_options):
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(tmux.subprocess, "run", hang)
    assert ask_tmux() == Tmux()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize(("value", "passes"), [("on", True), ("off", False)])
def test_real_tmux_tells_whether_pictures_pass(tmp_path, value, passes):
    environ = {name: text for name, text in os.environ.items() if name != "TMUX"} | {"TMUX_TMPDIR": str(tmp_path)}
    answer = tmp_path / "answer"
    command = [sys.executable, "-c", f"import time; time.sleep(0.3); {ASK}", str(answer)]
    start = ["tmux", "-f", os.devnull, "-L", "test", "new-session", "-d", *command]
    option = [";", "set-option", "-g", "allow-passthrough", value]
    subprocess.run([*start, *option], env=environ, cwd=ROOT, check=True, timeout=PATIENCE_S)
    until = monotonic() + PATIENCE_S
    while not (answer.is_file() and answer.read_text()) and monotonic() < until:
        sleep(0.05)
    assert answer.read_text().startswith(f"Tmux(passes={passes}, ")
