"""Runs other people's programs beside a watch: a few at once, never through a shell, and none for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

AT_ONCE = 2
"""A choice: a program that waits for a network holds up nobody, and the cores are for judging."""
TIMEOUT_S = 60.0
"""A choice: long enough to copy a RAW file over a slow network."""
GRACE_S = 5.0
"""A choice: how long the end of a watch waits for commands. Whoever ends it waits too: systemd for 90 s, a person for less."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program and its arguments, each as it is, and what is added to its environment."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CommandFailure:
    """A command that did not do its work; `words` continue its name: `ended with exit code 3`."""

    key: Hashable
    command: Command
    words: str


class SideCommands:
    """Commands wait in the order in which they came; of one key only the last waits, and never two run at once.

    Their output goes nowhere: a screen and a log are ours, and a program that talks cannot be stopped from talking long.
    """

    def __init__(self, at_once: int = AT_ONCE, timeout_s: float = TIMEOUT_S) -> None:
        self._at_once = at_once
        self._timeout_s = timeout_s
        self._changed = threading.Condition()
        self._waiting: dict[Hashable, Command] = {}
        self._active: set[Hashable] = set()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._threads = 0
        self._is_over = False
        self._failures: SimpleQueue[CommandFailure] = SimpleQueue()

    def __len__(self) -> int:
        with self._changed:
            return len(self._waiting) + len(self._active)

    def put(self, key: Hashable, command: Command) -> None:
        """Never waits. What waits under the same key is not wanted any more."""
        with self._changed:
            self._waiting.pop(key, None)
            self._waiting[key] = command
            if self._threads < self._at_once:
                self._threads += 1
                threading.Thread(target=self._work, name="side command", daemon=True).start()

    def drop(self, key: Hashable) -> None:
        """What waits under this key is not wanted any more; what runs, runs on."""
        with self._changed:
            self._waiting.pop(key, None)

    def failures(self) -> list[CommandFailure]:
        """Those since the last time it was asked."""
        found = []
        while True:
            try:
                found.append(self._failures.get_nowait())
            except Empty:
                return found

    def end(self, grace_s: float) -> int:
        """Waits so long for all that was asked for, then stops what runs. Returns how many did not run to their end."""
        until_s = time.monotonic() + grace_s
        with self._changed:
            try:
                while self._threads and (left_s := until_s - time.monotonic()) > 0:
                    self._changed.wait(left_s)
            finally:
                self._is_over = True
                undone = len(self._waiting) + len(self._active)
                self._waiting.clear()
                for process in self._running:
                    _stop(process)
        return undone

    def _work(self) -> None:
        done: Hashable = None
        while (taken := self._next(done)) is not None:
            done, command = taken
            words = self._run(command)
            if words:
                self._failures.put(CommandFailure(done, command, words))

    def _next(self, done: Hashable) -> tuple[Hashable, Command] | None:
        with self._changed:
            self._active.discard(done)
            key = next((key for key in self._waiting if key not in self._active), None)
            if key is None or self._is_over:
                self._threads -= 1
                self._changed.notify_all()
                return None
            self._active.add(key)
            return key, self._waiting.pop(key)

    def _run(self, command: Command) -> str:
        """Nothing where it went well."""
        try:
            process = subprocess.Popen(
                command.arguments,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **command.environment},
                # Ctrl-C in our terminal is meant for us; and whatever it starts is stopped with it.
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, ValueError) as error:
            return f"could not be started: {getattr(error, 'strerror', None) or error}"
        try:
            return self._awaited(process)
        finally:
            with self._changed:
                self._running.discard(process)

    def _awaited(self, process: subprocess.Popen[bytes]) -> str:
        with self._changed:
            self._running.add(process)
            if self._is_over:
                _stop(process)
        try:
            code = process.wait(self._timeout_s)
        except subprocess.TimeoutExpired:
            if not _stop(process):
                return f"took longer than {self._timeout_s:g} s and could not be stopped"
            process.wait()
            return f"took longer than {self._timeout_s:g} s and was stopped"
        if self._is_over or code == 0:
            return ""
        return f"ended with exit code {code}" if code > 0 else f"was ended by signal {-code}"


def _stop(process: subprocess.Popen[bytes]) -> bool:
    """With all that it has started, where the system can tell that. Whether we may: not where sudo runs it for another user."""
    if not hasattr(os, "killpg"):
        process.kill()
        return True
    try:
        # It leads a session of its own, and is not waited for yet: its number is not another's.
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:  # it has just ended by itself
        return True
    except PermissionError:
        return False
    return True
