"""What is kept of earlier judgements when a photo is judged again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.catalog.earlier_results import with_earlier_results
from index.catalog.stored import FileStamp, StoredEmbedding, StoredGlance, StoredRating
from index.photo.record import ExifFacts

ONE, TWO = (StoredRating(f"{name}@0123456789ab", (0.1,) * 10) for name in ("one", "two"))


@pytest.fixture
def earlier(make_photo):
    return replace(make_photo("/a.jpg"), ratings=(ONE,))


def test_results_of_the_same_picture_follow_the_new_ones(earlier):
    new = replace(earlier, ratings=(TWO,))
    assert with_earlier_results(new, earlier).ratings == (TWO, ONE)
    assert with_earlier_results(new, earlier).assessments == new.assessments


def test_a_result_of_the_same_weights_is_renewed(earlier):
    renewed = replace(ONE, rating_dist=(0.0,) * 9 + (1.0,))
    assert with_earlier_results(replace(earlier, ratings=(renewed,)), earlier).ratings == (renewed,)


def test_a_photo_that_was_only_touched_shows_the_same_picture(earlier):
    touched = tuple(replace(stamp, mtime_ns=5) for stamp in earlier.stamps)
    assert with_earlier_results(replace(earlier, ratings=(TWO,), stamps=touched), earlier).ratings == (TWO, ONE)


def test_the_glance_and_other_embeddings_of_the_same_picture_stay(earlier):
    new = replace(earlier, glance=None, embeddings=(StoredEmbedding("new@0123456789ab", b"12"),))
    kept = with_earlier_results(new, earlier)
    assert kept.glance == earlier.glance
    assert kept.embeddings == (*new.embeddings, *earlier.embeddings)


def test_a_newer_glance_and_embedding_take_the_place_of_the_earlier_ones(earlier):
    first, second = earlier.embeddings
    newer = StoredGlance(2, b"1", 1, b"2", 1)
    new = replace(earlier, glance=newer, embeddings=(replace(second, embedding=b"12"),))
    kept = with_earlier_results(new, earlier)
    assert kept.glance == newer
    assert kept.embeddings == (*new.embeddings, first)


@pytest.mark.parametrize(
    "change",
    [
        lambda photo: replace(photo, record=replace(photo.record, asset_id="cd34")),
        lambda photo: replace(photo, record=replace(photo.record, exif=ExifFacts(orientation=3))),
        lambda photo: replace(photo, stamps=(FileStamp(Path("/a.jpg"), 4, 1),)),
        lambda photo: replace(photo, stamps=()),
    ],
    ids=["picture data", "orientation", "size of the file", "nobody looked"],
)
def test_nothing_is_kept_of_another_picture(earlier, change):
    new = change(replace(earlier, ratings=(TWO,), glance=None, embeddings=()))
    assert with_earlier_results(new, earlier) == new


def test_nothing_is_kept_where_nothing_was_known(earlier):
    assert with_earlier_results(earlier, None) == earlier
