"""Sets that belong together are kept whole, and copies push no frame out."""

import pytest

from scoring.groups.group import CopyOf, Group, GroupKind
from scoring.ranking.picks.choice import Decision
from scoring.ranking.picks.decide import decide
from scoring.ranking.profile import load_profile
from tests.scoring.ranking.picks.made_photos import (
    crisp,
    light,
    photo,
    sharp,
    soft,
)

KEEPER, ALTERNATE, REJECT = Decision.KEEPER, Decision.ALTERNATE, Decision.REJECT_CANDIDATE


def burst(*photos, kind=GroupKind.BURST, copies=()):
    return decide(photos, [Group(kind, tuple(range(len(photos))), "made up", copies)], load_profile())


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (GroupKind.BRACKET, "part of an exposure bracket of 3: kept whole"),
        (GroupKind.FOCUS_STACK, "part of a focus stack of 3: kept whole"),
        (GroupKind.PANORAMA, "part of a panorama of 3: kept whole"),
    ],
)
def test_a_set_that_belongs_together_is_kept_whole_and_not_ranked(kind, words):
    for choice in burst(soft(1), sharp(2), photo(3, exposure=light(3.0, subject_blown=0.9)), kind=kind):
        assert (choice.decision, choice.rank, choice.reasons, choice.better) == (KEEPER, None, (words,), None)


def test_the_original_of_byte_equal_files_is_kept_and_its_copies_are_reject_candidates():
    same = [sharp(1, asset_id="same"), sharp(2, asset_id="same")]
    original, copy = burst(*same, kind=GroupKind.DUPLICATE, copies=(CopyOf(1, 0, "the same picture data"),))
    assert (original.decision, original.reasons) == (KEEPER, ("the only frame of its moment; copied as DSC_0002.JPG",))
    assert (copy.decision, copy.reasons, copy.better) == (REJECT, ("the same picture data as DSC_0001.JPG",), 0)


def test_a_copy_pushes_no_frame_out_and_never_goes_before_its_original():
    small = sharp(3, size_px=(1200, 800), sharpness=crisp(0.99))
    copies = (CopyOf(2, 0, "the same picture, resized to 1200 x 800"),)
    first, second, copy = burst(sharp(1, rating=4.0), sharp(2), small, copies=copies)
    assert {first.rank, second.rank} == {1}
    assert first.tied_with == (1,)
    assert (copy.rank, copy.decision) == (3, ALTERNATE)
    assert copy.reasons == ("a copy of DSC_0001.JPG: the same picture, resized to 1200 x 800",)
