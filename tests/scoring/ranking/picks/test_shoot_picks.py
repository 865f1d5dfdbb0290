"""The rendered shoot through the real assessors: its soft and its blinking frame are told, each with the right reason."""

from __future__ import annotations

from index.photo.read import read_photo
from index.photo.record import Asset
from scoring.groups.group import Group, GroupKind
from scoring.open_frame import open_frame
from scoring.ranking.picks.choice import Decision
from scoring.ranking.picks.decide import decide
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.profile import load_profile
from scoring.registry import ASSESSORS
from tests.scoring.made_face import OCEC, YUNET, needs_weights
from tests.shoot.frame_truth import Role
from tests.shoot.truth import frames_of

KEEPER, ALTERNATE, REJECT = Decision.KEEPER, Decision.ALTERNATE, Decision.REJECT_CANDIDATE


def seen(path, find_faces=None):
    record, rgb = read_photo(Asset(path))
    frame = open_frame(record, rgb, find_faces)
    said = {assessor.name: assessor.assess(frame) for assessor in ASSESSORS}
    return RankedPhoto(path, record.asset_id, record.size_px, said)


def picked(shoot_dir, role, find_faces=None):
    """Choice by file name."""
    photos = [seen(shoot_dir / frame.name, find_faces) for frame in frames_of(role)]
    burst = Group(GroupKind.BURST, tuple(range(len(photos))), "rendered")
    return {photos[choice.photo].path.name: choice for choice in decide(photos, [burst], load_profile())}


def test_the_soft_frame_of_a_burst_is_told_and_the_others_tie(shoot_dir):
    choices = picked(shoot_dir, Role.BURST)
    (soft,) = (frame.name for frame in frames_of(Role.BURST) if frame.soft_radius_px)
    assert choices[soft].decision is REJECT
    assert choices[soft].reasons[0].startswith("much softer on the subject than DSC_01")
    others = [choice for name, choice in choices.items() if name != soft]
    assert {choice.rank for choice in others} == {1}
    assert sorted(choice.decision for choice in others) == [ALTERNATE] * 4 + [KEEPER]


@needs_weights
def test_the_blinking_and_the_soft_frame_of_a_portrait_burst_are_told(shoot_dir):
    from scoring.engines.face_finder import FaceFinder

    choices = picked(shoot_dir, Role.PORTRAIT_BURST, FaceFinder(YUNET, OCEC))
    frames = frames_of(Role.PORTRAIT_BURST)
    (blink,) = (frame.name for frame in frames if frame.eyes_closed)
    (soft,) = (frame.name for frame in frames if frame.soft_radius_px)
    assert choices[blink].decision is REJECT
    assert choices[blink].reasons[0].startswith("eyes closed; open in DSC_01")
    assert choices[soft].decision in (ALTERNATE, REJECT)
    assert any("eyes sharper in DSC_01" in reason or "softer" in reason for reason in choices[soft].reasons)
    assert {choices[frame.name].rank for frame in frames if frame.name not in (blink, soft)} == {1}
