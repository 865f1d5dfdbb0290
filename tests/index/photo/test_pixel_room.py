"""Memory of large pictures is used again, and never while somebody still looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from index.photo.pixel_room import MAPPED_FROM_BYTES, MOST_SPARE_BYTES, U8, give_up_spare_room, room_for

LARGE = MAPPED_FROM_BYTES


@pytest.fixture(autouse=True)
def no_spare_room() -> Iterator[None]:
    give_up_spare_room()
    yield
    give_up_spare_room()


def owner_of(array: object) -> object:
    """What holds the memory that an array looks into."""
    while isinstance(array, np.ndarray) and array.base is not None:
        array = array.base
    return array.obj if isinstance(array, memoryview) else array


def test_room_is_used_again_once_nobody_looks_into_it():
    room = room_for(LARGE)
    first = owner_of(room)
    del room
    assert owner_of(room_for(LARGE)) is first


@pytest.mark.parametrize(
    "part_of",
    [lambda room: room[5:9], lambda room: room.reshape(-1, 64).T[3], lambda room: room[::2].view(np.int8), memoryview],
    ids=["slice", "transposed", "other type", "bytes"],
)
def test_room_is_left_alone_while_any_part_of_it_is_kept(part_of):
    room = room_for(LARGE)
    room[:] = 7
    part, first = part_of(room), owner_of(room)
    del room
    other = room_for(LARGE)
    other[:] = 9
    assert owner_of(other) is not first
    assert set(np.asarray(part).ravel().tolist()) == {7}
    del part, other
    assert owner_of(room_for(LARGE)) is not None


def test_room_is_given_as_it_was_asked_for():
    room_for(2 * LARGE)
    smaller = room_for(LARGE + 1)
    assert (smaller.size, smaller.dtype, smaller.flags.writeable) == (LARGE + 1, np.uint8, True)


@pytest.mark.parametrize("then", [2 * LARGE, LARGE // 2])
def test_room_of_another_size_is_new(then):
    room = room_for(LARGE)
    first = owner_of(room)
    del room
    assert owner_of(room_for(then)) is not first


def test_small_room_pins_no_large_one():
    room_for(LARGE)
    small = room_for(1000)
    assert small.base is None


def test_no_more_is_kept_than_allowed():
    huge = room_for(MOST_SPARE_BYTES + 1)
    first = owner_of(huge)
    del huge
    assert owner_of(room_for(MOST_SPARE_BYTES + 1)) is not first


def test_threads_never_share_room():
    def filled(number: int) -> bool:
        room: U8 = room_for(LARGE)
        room[::4096] = number
        return bool((room[::4096] == number).all())

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(filled, range(64)))
