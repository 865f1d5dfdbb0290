"""The rendered shoot, from its files to its groups."""

import numpy as np
import pytest

from index.photo.files import find_assets
from index.photo.read import read_photo
from scoring.engines.embedder import Embedder
from scoring.engines.rating_engine import open_rating_engine
from scoring.frame import Frame
from scoring.glance import glance_at
from scoring.groups.group import GroupKind
from scoring.groups.group_photos import group_photos
from scoring.groups.same_scene import ALIKE_FROM
from scoring.groups.seen_photo import AlikePairs, SeenPhoto
from tests.shoot.frame_truth import Role
from tests.shoot.truth import frames_of
from weights.registry import WeightsError


@pytest.fixture(scope="module")
def groups(shoot_dir):
    """(kind, names, group) of every group."""
    try:
        rating = open_rating_engine("cpu")
        embedder = Embedder(rating)
    except (KeyError, WeightsError) as error:
        pytest.skip(f"the embedder's weights are not here: {error}")
    photos, rows, glances = [], [], []
    for asset in find_assets([shoot_dir]):
        record, rgb = read_photo(asset)
        frame = Frame(rgb, record.size_px, record.exif, record.pixel_source)
        photos.append(SeenPhoto(record.path, record.asset_id, record.size_px, record.exif))
        rows.append(embedder.rate(rating, frame.working)[1])
        glances.append(glance_at(frame))
    rows = np.stack(rows)
    similar = rows @ rows.T
    first, second = np.nonzero(np.triu(similar >= ALIKE_FROM, 1))
    found = group_photos(photos, rows, glances.__getitem__, AlikePairs(first, second, similar[first, second]))
    return [(group.kind, {photos[at].path.name for at in group.members}, group) for group in found]


def with_role(groups, role):
    names = {frame.name for frame in frames_of(role)}
    return [(kind, members, group) for kind, members, group in groups if members & names], names


def test_the_bracket_is_whole(groups):
    ((kind, members, group),), names = with_role(groups, Role.BRACKET)
    assert (kind, members, group.reason) == (GroupKind.BRACKET, names, "5 exposures from -2 to +2 EV")


def test_the_burst_is_whole_and_alone(groups):
    ((kind, members, group),), names = with_role(groups, Role.BURST)
    assert (kind, members, group.reason) == (GroupKind.BURST, names, "6 frames in 1.0 s, same framing")


@pytest.mark.parametrize(
    ("role", "reason"),
    [(Role.DUPLICATE, "the same picture data"), (Role.NEAR_DUPLICATE, "the same picture, encoded anew")],
)
def test_copies_are_with_their_originals(groups, role, reason):
    ((_, members, group),), _ = with_role(groups, role)
    (frame,) = frames_of(role)
    assert frame.original in members
    assert [copy.reason for copy in group.copies] == [reason]


def test_single_frames_of_other_scenes_stay_single(groups):
    assert not with_role(groups, Role.HIGH_KEY)[0]
    assert not with_role(groups, Role.SIDEWAYS)[0]
