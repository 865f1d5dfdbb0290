"""A real server on a real port, in a thread of this process, that answers without looking at photos."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from plugins.protocol import PlugReply, PlugResult
from plugins.server.client import is_up
from plugins.server.listen import Serving, listen
from plugins.server.state_file import ServerState, read_state

LONG_S = 600.0


@dataclass
class Answers:
    """Answers at once, and remembers what was asked; a test may put another `answer` in its place."""

    asked: list = field(default_factory=list)
    answer: Callable | None = None

    def __call__(self, request, hear):
        self.asked.append(request)
        if self.answer is not None:
            return self.answer(request, hear)
        return PlugReply(request.verb, "photo-assist test", [PlugResult(path, rating=3) for path in request.paths])


@dataclass
class Up:
    """A server that is up; `root`: the folder that it may read."""

    state: ServerState
    answers: Answers
    root: Path
    photos: Path
    state_file: Path
    thread: threading.Thread


@contextmanager
def running(folder: Path, idle_s: float) -> Iterator[Up]:
    answers, root, state_file = Answers(), folder / "photos", folder / "state" / "server.json"
    root.mkdir()
    listening = threading.Event()
    serving = Serving(
        answers, "photo-assist test", folder / "c.db", [root], state_file, idle_s, lambda _state: listening.set()
    )
    thread = threading.Thread(target=listen, args=[serving])
    thread.start()
    try:
        assert listening.wait(20)
        state = read_state(state_file)
        assert state is not None
        assert is_up(state)
        yield Up(state, answers, root, root, state_file, thread)
    finally:
        serving.ended.set()
        thread.join(20)
        assert not thread.is_alive()


@pytest.fixture
def short_lived(tmp_path) -> Iterator[Up]:
    """One that ends as soon as nobody asks."""
    with running(tmp_path, idle_s=0.3) as up:
        yield up


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory) -> Iterator[Up]:
    with running(tmp_path_factory.mktemp("server"), LONG_S) as up:
        yield up


@pytest.fixture
def up(shared_server, tmp_path) -> Up:
    """One for all tests of a file, with a folder of photos for each, and nothing asked yet."""
    shared_server.answers.asked.clear()
    shared_server.answers.answer = None
    photos = shared_server.root / tmp_path.name
    photos.mkdir()
    return replace(shared_server, photos=photos)
