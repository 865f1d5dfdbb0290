"""A glance and an embedding survive the catalogue, and a photo that lacks one is looked at again."""

from dataclasses import replace

import numpy as np
import pytest

from assist_cli.workflows import judging_desk
from assist_cli.workflows.stored_look import can_be_compared, glance_from, stored_embeddings, stored_glance
from index.catalog.database import open_catalog
from index.catalog.stored import StoredEmbedding, StoredPhoto
from index.photo.record import PhotoRecord
from scoring.glance import GLANCE_VERSION, Glance
from scoring.judge import Judgement
from scoring.rating_distribution import Quality

LITE, OTHER = "lite0@0123456789ab", "other@0123456789ab"
GLANCE = Glance(np.arange(43 * 64).astype(np.uint8).reshape(43, 64), np.arange(96).astype(np.uint8).reshape(8, 12))


def test_a_glance_comes_back_as_it_was():
    stored = stored_glance(GLANCE)
    assert (stored.version, stored.grey_width_px, stored.sharpness_columns) == (GLANCE_VERSION, 64, 12)
    again = glance_from(stored)
    np.testing.assert_array_equal(again.grey, GLANCE.grey)
    np.testing.assert_array_equal(again.sharpness, GLANCE.sharpness)


def test_an_embedding_is_kept_in_half_precision_by_whom_it_comes(shoot):
    record = PhotoRecord(shoot / "a.jpg", "ab", (64, 48))
    place = np.float32([0.6, -0.8, 1e-9])
    (kept,) = stored_embeddings(Judgement(record, Quality("w", (0.1,) * 10), {}, GLANCE, place, LITE))
    assert kept.embedder == LITE
    np.testing.assert_allclose(np.frombuffer(kept.embedding, "<f2"), place, atol=1e-3)
    assert stored_embeddings(Judgement(record, Quality("w", (0.1,) * 10), {}, GLANCE)) == ()


def test_a_photo_can_be_compared_with_a_whole_glance_of_this_version_and_an_embedding_by_this_embedder(shoot):
    photo = StoredPhoto(PhotoRecord(shoot / "a.jpg", "ab", (64, 48)), glance=stored_glance(GLANCE))
    placed = replace(photo, embeddings=(StoredEmbedding(LITE, b"12"),))
    assert can_be_compared(photo, embedder="")
    assert not can_be_compared(photo, LITE)
    assert can_be_compared(placed, LITE)
    assert not can_be_compared(placed, OTHER)
    assert not can_be_compared(replace(placed, glance=None), LITE)
    assert not can_be_compared(replace(placed, glance=replace(placed.glance, version=GLANCE_VERSION - 1)), LITE)
    assert not can_be_compared(replace(placed, glance=replace(placed.glance, grey_width_px=63)), LITE)


@pytest.fixture
def embedder(judge, monkeypatch):
    """Makes `judge` give embeddings by these weights."""

    def choose(stamp):
        judge.embedder = stamp
        monkeypatch.setattr(judging_desk, "embedder_stamp", lambda: stamp)

    return choose


def kept_of(catalog, path):
    with open_catalog(catalog) as opened:
        return opened.photo_at(path)


def test_every_scored_photo_is_kept_with_its_glance_and_its_embedding(score, shoot, catalog, embedder):
    embedder(LITE)
    score(shoot)
    with open_catalog(catalog) as opened:
        ids = [seen.photo_id for seen in opened.seen_photos([shoot])]
        assert len(opened.glances(ids, GLANCE_VERSION)) == 5
        found, rows = opened.embeddings(ids, LITE)
    assert found.tolist() == sorted(ids)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-3)


@pytest.mark.parametrize("lost", ["glances", "embeddings"])
def test_a_photo_without_them_is_looked_at_again_and_told_as_before(score, judge, shoot, catalog, embedder, lost):
    embedder(LITE)
    first = score(shoot)
    whole = kept_of(catalog, shoot / "IMG_0001.JPG")
    with open_catalog(catalog) as opened:
        opened._db.execute(
            f"DELETE FROM {lost} WHERE photo_id IN (SELECT id FROM photos WHERE path_text LIKE '%0001%')"
        )
    judge.judged.clear()
    judge.assessed.clear()
    again = score(shoot)
    assert (judge.judged, judge.assessed) == (["IMG_0001.JPG"], [])
    assert [(photo.score, dict(photo.assessments)) for photo in again] == [
        (photo.score, dict(photo.assessments)) for photo in first
    ]
    assert kept_of(catalog, shoot / "IMG_0001.JPG") == whole
    assert [photo.cached for photo in score(shoot)] == [True] * 5


def test_a_newer_glance_is_taken_of_all_and_nothing_is_assessed_again(score, judge, shoot, catalog, monkeypatch):
    score(shoot)
    judge.assessed.clear()
    monkeypatch.setattr("assist_cli.workflows.stored_look.GLANCE_VERSION", GLANCE_VERSION + 1)
    score(shoot)
    assert (len(judge.judged), judge.assessed) == (10, [])
    assert kept_of(catalog, shoot / "IMG_0001.JPG").glance.version == GLANCE_VERSION + 1


def test_another_embedder_embeds_all_beside_the_first_and_going_back_costs_nothing(
    score, judge, shoot, catalog, embedder
):
    embedder(LITE)
    score(shoot)
    embedder(OTHER)
    score(shoot)
    assert [place.embedder for place in kept_of(catalog, shoot / "IMG_0001.JPG").embeddings] == [OTHER, LITE]
    judge.judged.clear()
    embedder(LITE)
    assert [photo.cached for photo in score(shoot)] == [True] * 5
    assert judge.judged == []


def test_a_changed_photo_has_the_glance_and_the_embedding_of_its_new_picture_alone(
    score, shoot, catalog, embedder, draw_photo
):
    embedder(LITE)
    score(shoot)
    before = kept_of(catalog, shoot / "IMG_0001.JPG")
    draw_photo(shoot / "IMG_0001.JPG", seed=77)
    embedder(OTHER)
    score(shoot)
    after = kept_of(catalog, shoot / "IMG_0001.JPG")
    assert after.glance != before.glance
    assert [place.embedder for place in after.embeddings] == [OTHER]


def test_photos_by_weights_that_embed_nothing_are_not_looked_at_for_it(score, judge, shoot, embedder):
    embedder("")
    score(shoot)
    judge.judged.clear()
    assert [photo.cached for photo in score(shoot)] == [True] * 5
    assert judge.judged == []
