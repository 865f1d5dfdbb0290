"""An embedder is measured by how many views it finds at a given share of false pairs."""

import numpy as np

from scoring.training.embedder.held_out import held_out_results


def rows(photos, views, spread, seed=0):
    rng = np.random.default_rng(seed)
    embeddings = rng.normal(0, 1, (photos, 1, 32)) + rng.normal(0, spread, (photos, views, 32))
    return (embeddings / np.linalg.norm(embeddings, axis=2, keepdims=True)).astype(np.float32)


def test_views_that_are_alike_are_all_found():
    results = held_out_results(rows(60, 3, 0.01), np.arange(60))
    assert results["one_in_1000"]["views_found"] == 1.0
    assert results["one_in_1000"]["cosine"] < results["one_in_10000"]["cosine"] < 0.95
    assert results["one_in_1000"]["photos"] == 60


def test_views_that_are_unlike_are_found_no_more_often_than_strangers():
    assert held_out_results(rows(60, 3, 50.0), np.arange(60))["one_in_1000"]["views_found"] < 0.05


def test_photos_of_one_scene_are_no_false_pairs():
    twins = np.repeat(rows(40, 2, 0.01), 2, axis=0)
    known = held_out_results(twins, np.repeat(np.arange(40), 2))
    unknown = held_out_results(twins, np.arange(80))
    assert known["one_in_1000"]["cosine"] < 0.9 < unknown["one_in_1000"]["cosine"]
