"""What the tests of culling share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.kept_marks import KeptMarks
from assist_cli.workflows.cull.photo_roll import PhotoRoll
from assist_cli.workflows.cull.session import CullSession
from assist_cli.workflows.cull.sorts import BY_NAME
from index.catalog.database import Catalog, open_catalog
from tests.assist_cli.workflows.cull.made_cull import Clock, path_of


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(catalog) -> Iterator[Catalog]:
    with open_catalog(catalog) as opened:
        yield opened


@pytest.fixture
def begin(kept, clock):
    """A session over photos of these numbers, of which nothing is known."""

    def call(count: int = 6) -> CullSession:
        roll = PhotoRoll(CullPhoto(path_of(number)) for number in range(count))
        return CullSession(roll, KeptMarks(kept), BY_NAME, now_s=clock)

    return call


@pytest.fixture
def session(begin) -> CullSession:
    return begin()
