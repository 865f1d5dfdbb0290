"""Which photos can be of one moment with those that have just come."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from assist_cli.workflows.watch.neighbourhood import REVISED_S, REVISED_STEPS, SEEN_S, SEEN_STEPS, neighbourhood
from index.catalog.seen import SeenPhoto
from index.photo.record import ExifFacts

NOON = datetime(2026, 11, 20, 12, 0, 0)


def taken(number, moment=None):
    return SeenPhoto(
        number, Path(f"/in/IMG_{number:04d}.JPG"), (), f"{number:032x}", (30, 20), ExifFacts(capture_time=moment)
    )


def names(paths):
    return sorted(path.name for path in paths)


def test_advice_may_change_near_in_time_and_more_is_looked_at():
    minutes = {0: 0.0, 1: REVISED_S - 1, 2: REVISED_S + 1, 3: SEEN_S - 1, 4: SEEN_S + 1, 5: -SEEN_S + 1}
    rows = [taken(number, NOON + timedelta(seconds=apart_s)) for number, apart_s in minutes.items()]
    near = neighbourhood(rows, {rows[0].path})
    assert names(near.revised) == ["IMG_0000.JPG", "IMG_0001.JPG"]
    assert names(near.seen) == ["IMG_0000.JPG", "IMG_0001.JPG", "IMG_0002.JPG", "IMG_0003.JPG", "IMG_0005.JPG"]


def test_a_photo_without_a_time_has_neighbours_by_name():
    rows = [taken(number) for number in range(400)]
    near = neighbourhood(rows, {rows[200].path})
    assert len(near.revised) == 2 * REVISED_STEPS + 1
    assert len(near.seen) == 2 * SEEN_STEPS + 1
    assert near.seen == sorted(near.seen)


def test_clocks_with_and_without_a_zone_are_compared_as_they_hang_on_the_wall():
    rows = [taken(0, NOON), taken(1, NOON.replace(tzinfo=UTC)), taken(2, NOON + timedelta(hours=2))]
    assert names(neighbourhood(rows, {rows[0].path}).seen) == ["IMG_0000.JPG", "IMG_0001.JPG"]


def test_nobody_is_near_to_nothing():
    assert neighbourhood([taken(0, NOON)], set()).seen == []
