"""A copy is never better than its original."""

from scoring.groups.group import CopyOf
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.copies import copy_choices
from tests.scoring.ranking.picks.made_photos import sharp


def test_a_copy_of_a_copy_is_told_as_one_of_the_frame():
    photos = [sharp(1), sharp(2), sharp(3)]
    frame = Choice(0, 4, 1, Decision.KEEPER, ("Reason.",))
    copies = (CopyOf(1, 0, "the same picture, encoded anew"), CopyOf(2, 1, "the same picture, resized to 900 x 600"))
    first, second = copy_choices(photos, copies, [frame])
    assert (first.better, second.better) == (0, 0)
    assert (first.rank, second.rank) == (2, 2)
    assert second.reasons == ("a copy of DSC_0001.JPG: the same picture, resized to 900 x 600",)


def test_a_copy_of_a_reject_candidate_is_one_too_and_says_why():
    frame = Choice(0, 0, 3, Decision.REJECT_CANDIDATE, ("eyes closed; open in DSC_0007.JPG",), better=6)
    (copy,) = copy_choices([sharp(1), sharp(2)], (CopyOf(1, 0, "the same picture, encoded anew"),), [frame])
    assert copy.decision is Decision.REJECT_CANDIDATE
    assert copy.reasons == (
        "a copy of DSC_0001.JPG: the same picture, encoded anew",
        "eyes closed; open in DSC_0007.JPG",
    )


def test_a_copy_of_a_frame_of_a_kept_set_is_not_ranked_either():
    frame = Choice(0, 0, None, Decision.KEEPER, ("part of an exposure bracket of 3: kept whole",))
    (copy,) = copy_choices([sharp(1), sharp(2)], (CopyOf(1, 0, "the same picture, encoded anew"),), [frame])
    assert (copy.rank, copy.decision) == (None, Decision.ALTERNATE)
