"""Several listeners of one watch."""

import inspect

import pytest

from assist_cli.workflows.watch.all_listeners import AllListeners
from assist_cli.workflows.watch.watch_request import WatchListener

NEWS = [name for name, _ in inspect.getmembers(WatchListener, inspect.isfunction) if not name.startswith("_")]


class Recorder(WatchListener):
    def __init__(self):
        self.heard = []

    def __getattribute__(self, name):
        if name in NEWS:
            return lambda *arguments: self.heard.append((name, arguments))
        return super().__getattribute__(name)


@pytest.mark.parametrize("name", NEWS)
def test_each_hears_everything_as_it_was_told(name):
    recorders = [Recorder(), Recorder()]
    method = getattr(AllListeners(recorders), name)
    arguments = tuple(object() for _ in inspect.signature(method).parameters)
    method(*arguments)
    assert [one.heard for one in recorders] == [[(name, arguments)]] * 2
