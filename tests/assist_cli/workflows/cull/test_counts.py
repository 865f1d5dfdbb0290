"""How many photos are in which state."""

from assist_cli.workflows.cull.counts import Counts, count
from assist_cli.workflows.cull.cull_photo import CullPhoto
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import Flag, Marks
from tests.assist_cli.workflows.cull.made_cull import path_of, scored


def test_every_state_is_counted():
    trouble = UnreadablePhoto(path_of(4), FailureKind.EMPTY, "no data")
    photos = [
        CullPhoto(path_of(0), marks=Marks(flag=Flag.PICK, rating=5)),
        CullPhoto(path_of(1), marks=Marks(flag=Flag.REJECT), scored=scored(1)),
        CullPhoto(path_of(2), marks=Marks(rating=0, flag=Flag.UNFLAGGED, labels=("Red",))),
        CullPhoto(path_of(3), marks=Marks(rating=1)),
        CullPhoto(path_of(4), trouble=trouble),
    ]
    assert count(photos) == Counts(total=5, picks=1, rejects=1, starred=2, left=1, unscored=3, unreadable=1)
