"""In which order photos are shown."""

from datetime import UTC, datetime

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.sorts import find_sort, sort_names
from index.photo.record import ExifFacts
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.cull.made_cull import advice, path_of, scored


def order(name, photos):
    return [photos.index(photo) for photo in sorted(photos, key=find_sort(name).key)]


def taken(number, moment):
    return CullPhoto(path_of(number), exif=ExifFacts(capture_time=moment))


def test_by_time_wall_clocks_are_compared_and_unknown_times_come_last():
    photos = [
        CullPhoto(path_of(0)),
        taken(1, datetime(2026, 11, 20, 12, 0, 0, 500)),
        taken(2, datetime(2026, 11, 20, 12, 0, 0, 400, UTC)),
        taken(3, datetime(2026, 11, 19, 23, 0, 0)),
    ]
    assert order("time", photos) == [3, 2, 1, 0]


def test_by_score_and_factor_the_best_come_first_and_the_unknown_last():
    photos = [
        CullPhoto(path_of(0)),
        CullPhoto(path_of(1), scored=scored(1, 40.0, focus=0.9)),
        CullPhoto(path_of(2), scored=scored(2, 60.0, focus=0.1)),
    ]
    assert order("score", photos) == [2, 1, 0]
    assert order("focus", photos) == [1, 2, 0]


def test_by_advice_keepers_come_first():
    said = [Decision.REJECT_CANDIDATE, Decision.KEEPER, Decision.ALTERNATE]
    photos = [CullPhoto(path_of(0)), *(CullPhoto(path_of(1), advice=advice(one)) for one in said)]
    assert order("advice", photos) == [2, 3, 1, 0]


def test_by_name_photos_stay_as_they_lie():
    assert order("name", [CullPhoto(path_of(number)) for number in (2, 0, 1)]) == [0, 1, 2]


def test_an_unknown_order_is_refused_with_the_nearest():
    with pytest.raises(BadRequestError) as error:
        find_sort("scores")
    assert "did you mean score?" in error.value.hint


def test_every_name_is_found():
    assert [find_sort(name).name for name in sort_names()] == list(sort_names())
