"""Ears for news of folders, which wait for it."""

import time

import pytest

from index.watch.news import NewsKind
from index.watch.observers import TELLS_OF_CLOSING

HERE = {NewsKind.WRITTEN, NewsKind.CLOSED, NewsKind.MOVED_HERE}
PATIENCE_S = 20
POLL_S = 0.05


class Ears:
    """Collects news, and waits for them."""

    def __init__(self):
        self.news = []

    def hear(self, news):
        self.news.append(news)

    def wait(self, are_heard):
        """Until `are_heard(news)` is true of what was heard so far; fails after a long time."""
        end = time.monotonic() + PATIENCE_S
        while not are_heard(list(self.news)):
            assert time.monotonic() < end, [(one.kind, str(one.path)) for one in self.news]
            time.sleep(0.005)

    def wait_for(self, *wanted):
        """Until each (kind, path) was heard."""
        self.wait(lambda news: set(wanted) <= {(one.kind, one.path) for one in news})

    def wait_until_here(self, *paths):
        """Until each was told to be there in some way."""
        self.wait(lambda news: set(paths) <= {one.path for one in news if one.kind in HERE})

    def paths(self):
        return {one.path for one in self.news}


def native_only(poll):
    if poll or not TELLS_OF_CLOSING:
        pytest.skip("only inotify tells this")
