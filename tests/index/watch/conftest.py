"""A folder, ears, and what listens to it natively and by polling."""

import pytest

from index.watch.events import FolderEvents
from tests.index.watch.ears import POLL_S, Ears


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "watched"
    folder.mkdir()
    return folder


@pytest.fixture
def ears():
    return Ears()


@pytest.fixture(params=["native", "polling"])
def poll(request):
    return request.param == "polling"


@pytest.fixture
def listen(ears, poll):
    """`listen(folder, ...)`: hears from now on, until the test ends."""
    listening = []

    def begin(*folders):
        events = FolderEvents(folders, ears.hear, poll=poll, poll_s=POLL_S)
        listening.append(events)
        assert events.start() == ()
        return events

    yield begin
    for events in listening:
        events.stop()
