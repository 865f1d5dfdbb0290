"""What the tests of watching share."""

from __future__ import annotations

import threading
from types import MappingProxyType

import pytest

from assist_cli.workflows.watch.watch_request import WatchRequest
from index.photo.errors import FailureKind, UnreadablePhoto
from tests.assist_cli.fake_judge import FakeJudge
from tests.assist_cli.workflows.watch.watched import LONG_S, Watching


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def watch(inbox, catalog, judge, monkeypatch):  # noqa: ARG001 - set up first
    """Watches the inbox, or other folders; give it to `with`. Its patience with files that are not whole is short."""
    monkeypatch.setattr("assist_cli.workflows.watch.intake.PATIENCE_S", 1.0)

    def call(*paths, **options) -> Watching:
        return Watching(WatchRequest(paths or [inbox], catalog, workers=1, **options))

    return call


class SlowJudge(FakeJudge):
    """Has read its first photo, and waits, so that something can happen to the file."""

    def __init__(self):
        super().__init__()
        self.has_read, self.may_end = threading.Event(), threading.Event()

    def judge(self, asset, known=MappingProxyType({})):
        judgement = super().judge(asset, known)
        self.has_read.set()
        assert self.may_end.wait(LONG_S)
        return judgement


@pytest.fixture
def slow_judge(monkeypatch, judge):  # noqa: ARG001 - replaced
    slow = SlowJudge()
    monkeypatch.setattr("scoring.judge.open_judge", slow.opened)
    return slow


class LockedJudge(FakeJudge):
    """May read no photo the first two times."""

    tries = 0

    def judge(self, asset, known=MappingProxyType({})):
        self.tries += 1
        if self.tries < 3:
            return UnreadablePhoto(asset.path, FailureKind.PERMISSION, "permission denied")
        return super().judge(asset, known)


@pytest.fixture
def locked_judge(monkeypatch, judge):  # noqa: ARG001 - replaced
    locked = LockedJudge()
    monkeypatch.setattr("scoring.judge.open_judge", locked.opened)
    return locked


@pytest.fixture
def arrive(inbox, tmp_path, draw_photo):
    """A photo appears in the inbox: written there, closed."""

    def call(name: str, seed: int = 0, folder=inbox, **options):
        data = draw_photo(tmp_path / "drawn" / "photo.jpg", seed, **options).read_bytes()
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return call
