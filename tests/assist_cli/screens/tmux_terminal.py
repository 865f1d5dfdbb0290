"""A real terminal that a test types into and reads, as a person does: tmux, which nobody sees."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

PATIENCE_S = 60.0
ROOT = Path(__file__).parents[3]


class Terminal:
    """A tmux of its own, with one window of 100 x 30."""

    def __init__(self, socket: Path) -> None:
        self._tmux = ["tmux", "-S", str(socket), "-f", os.devnull]

    def start(self, *command: str, **environ: str) -> None:
        words = shlex.join(["env", *(f"{name}={value}" for name, value in environ.items()), *command])
        self._run(
            "new-session", "-d", "-x", "100", "-y", "30", "-c", str(ROOT), f"{words}; echo LEFT WITH $?; sleep 60"
        )

    def press(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def resize(self, width: int, height: int) -> None:
        self._run("resize-window", "-x", str(width), "-y", str(height))

    def text(self) -> str:
        return self._run("capture-pane", "-p")

    def until_any(self, *words: str) -> str:
        """Waits until the screen shows one of them; the first that it shows."""
        end = monotonic() + PATIENCE_S
        while (shown := next((word for word in words if word in self.text()), None)) is None:
            assert monotonic() < end, f"none of {words} came; the screen shows:\n{self.text()}"
            sleep(0.05)
        return shown

    def until(self, *words: str) -> str:
        """Waits until the screen shows all of them."""
        end = monotonic() + PATIENCE_S
        while not all(word in (text := self.text()) for word in words):
            assert monotonic() < end, f"{words} never came; the screen shows:\n{text}"
            sleep(0.05)
        return text

    def until_width(self, width: int) -> None:
        """Waits until the program has drawn for a window of so many columns."""
        end = monotonic() + PATIENCE_S
        while not 0 < max(map(len, self.text().splitlines())) <= width:
            assert monotonic() < end, f"it is still wider:\n{self.text()}"
            sleep(0.05)

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)

    def _run(self, *arguments: str) -> str:
        return subprocess.run([*self._tmux, *arguments], check=True, capture_output=True, text=True).stdout


def cull_in(terminal: Terminal, folder: Path, catalog: Path, *options: str, **environ: str) -> Terminal:
    """Types `assist cull FOLDER` into it."""
    usual = {"TERM": "screen-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "assist_cli", "cull", *options, str(folder)]
    terminal.start(*command, **(usual | {"ASSIST_CATALOG": str(catalog)} | environ))
    return terminal
