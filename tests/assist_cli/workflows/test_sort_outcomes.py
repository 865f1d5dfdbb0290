"""Best first, ties by path, what is unknown last."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.sort_outcomes import find_order, order_names
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.record import ExifFacts, PhotoRecord
from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.blend import Score
from scoring.rating_distribution import Quality

FLAT = (0.1,) * 10


def photo(name, score=50.0, focus=0.5, taken=None, sure=True):
    said = Assessment(focus, 0.9, "as told", ()) if sure else cannot_judge("Too small.")
    record = PhotoRecord(Path(f"/shoot/{name}"), name, (6, 4), ExifFacts(capture_time=taken))
    return ScoredPhoto(record, Quality("w", FLAT), {"focus": said}, Score(score, None, None), cached=False)


def in_order(name, outcomes):
    return [outcome.path.name for outcome in sorted(outcomes, key=find_order(name).key)]


def test_the_best_comes_first_and_ties_go_by_path():
    photos = [photo("c", 10.0), photo("b", 90.0), photo("a", 10.0)]
    assert in_order("score", photos) == ["b", "a", "c"]


def test_a_factor_orders_by_its_value_and_abstentions_come_last():
    photos = [photo("unsure", sure=False), photo("soft", focus=0.1), photo("sharp", focus=0.9)]
    assert in_order("focus", photos) == ["sharp", "soft", "unsure"]


def test_time_goes_forward_by_the_clock_of_the_camera():
    zoned = photo("zoned", taken=datetime(2026, 5, 1, 10, 0, 0, tzinfo=UTC))
    naive = photo("naive", taken=datetime(2026, 5, 1, 9, 0, 0))
    assert in_order("time", [photo("unknown"), zoned, naive]) == ["naive", "zoned", "unknown"]


@pytest.mark.parametrize("name", ["score", "quality", "focus", "time", "name"])
def test_unreadable_photos_come_last_in_every_order(name):
    broken = UnreadablePhoto(Path("/shoot/0.jpg"), FailureKind.EMPTY, "0 bytes")
    assert in_order(name, [broken, photo("9.jpg")])[-1] == "0.jpg"


def test_every_assessor_is_an_order():
    assert {"score", "quality", "name", "time", "focus", "noise"} <= set(order_names())


def test_an_unknown_order_names_the_nearest():
    with pytest.raises(BadRequestError) as caught:
        find_order("focsu")
    assert "did you mean focus?" in caught.value.hint
