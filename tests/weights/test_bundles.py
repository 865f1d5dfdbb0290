"""Weights that only make sense together have one name."""

import pytest

from weights.bundles import BUNDLES, FACES, parts_of
from weights.errors import WeightsError
from weights.public_checkpoint import RATING, find_public_checkpoint, public_checkpoints
from weights.registry import bundled_entries, find_entry


@pytest.mark.parametrize("bundle", BUNDLES.values(), ids=lambda bundle: bundle.name)
def test_every_part_is_a_checkpoint_that_can_be_pulled_and_no_name_means_two_things(bundle):
    assert BUNDLES[bundle.name] is bundle
    assert bundle.name not in public_checkpoints()
    assert bundle.name not in bundled_entries()
    for part in bundle.parts:
        assert all(file.sha256 for file in find_public_checkpoint(part).files)


def test_faces_need_a_detector_and_an_eye_classifier_in_this_order():
    assert [find_public_checkpoint(part).kind for part in FACES.parts] == ["face_detector", "eye_state"]


def test_any_other_name_stands_for_itself():
    assert parts_of("faces") == FACES.parts
    assert parts_of("tanet.ava") == ("tanet.ava",)


def test_a_bundle_spelt_wrong_is_suggested():
    with pytest.raises(WeightsError) as caught:
        find_public_checkpoint("face")
    assert "did you mean 'faces'?" in caught.value.hint


def test_a_bundle_that_rates_nothing_cannot_be_chosen_to_rate():
    assert RATING not in {find_public_checkpoint(part).kind for part in FACES.parts}
    with pytest.raises(WeightsError, match="do not rate photos"):
        find_entry("faces")
