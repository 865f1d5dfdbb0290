"""What nobody asks for any more goes when told to, but never the only word on a photo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.catalog.unused_results import ResultsInUse

NIMA, SAF = "nima_vgg16.ava@ba9876543210", "saf_mobilenet_v2.biq2021@0123456789ab"
LITE, CLIP = "lite0@0123456789ab", "clip@ba9876543210"
ALL_USED = ResultsInUse(frozenset({NIMA, SAF}), frozenset({LITE, CLIP}), {"noise": 3, "focus": 1}, 1)


@pytest.fixture
def pruned(catalog, make_photo):
    """Stores a photo, drops what is not in use; returns what is left of it, and how many results were dropped."""

    def prune(unused, **fields):
        catalog.store([replace(make_photo("/a.jpg"), **fields)])
        counted = catalog.upkeep.count_unused(unused)
        dropped = catalog.upkeep.prune([], unused).results
        assert dropped == counted
        return catalog.photo_at(Path("/a.jpg")), dropped

    return prune


def test_what_is_in_use_stays(pruned, make_photo):
    assert pruned(ALL_USED) == (make_photo("/a.jpg"), 0)


def test_ratings_by_weights_that_are_gone_leave(pruned):
    photo, dropped = pruned(replace(ALL_USED, weights=frozenset({SAF})))
    assert ([rating.weights for rating in photo.ratings], dropped) == ([SAF], 1)


def test_the_only_ratings_of_a_photo_stay_though_their_weights_are_gone(pruned):
    photo, dropped = pruned(replace(ALL_USED, weights=frozenset({"newer@0123456789ab"})))
    assert (len(photo.ratings), dropped) == (2, 0)


def test_embeddings_by_weights_that_are_gone_leave(pruned):
    photo, dropped = pruned(replace(ALL_USED, embedders=frozenset({CLIP})))
    assert ([place.embedder for place in photo.embeddings], dropped) == ([CLIP], 1)


def test_an_opinion_leaves_where_this_program_s_own_version_stands_beside_it(pruned, make_photo):
    noise, focus = make_photo("/a.jpg").assessments
    both = (replace(noise, version=4), noise, focus)
    photo, dropped = pruned(replace(ALL_USED, versions={"noise": 4, "focus": 2}), assessments=both)
    assert ([(said.assessor, said.version) for said in photo.assessments], dropped) == ([("noise", 4), ("focus", 1)], 1)


def test_opinions_of_a_later_program_stay(pruned):
    photo, dropped = pruned(replace(ALL_USED, versions={"noise": 2, "focus": 1}))
    assert (len(photo.assessments), dropped) == (2, 0)


@pytest.mark.parametrize(("version", "left"), [(2, False), (1, True), (0, True)])
def test_only_glances_of_earlier_versions_leave(pruned, version, left):
    photo, _dropped = pruned(replace(ALL_USED, glance_version=version))
    assert (photo.glance is not None) is left
