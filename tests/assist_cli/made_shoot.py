"""A grouped and a picked shoot, made up for the tests of what is written of them."""

from __future__ import annotations

from pathlib import Path

from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot
from index.photo.record import ExifFacts
from scoring.groups.group import CopyOf, Group, GroupKind
from scoring.groups.seen_photo import SeenPhoto
from scoring.ranking.picks.choice import Choice, Decision

BURST = Group(GroupKind.BURST, (0, 1, 2), "3 frames in 0.4 s, same framing")
BRACKET = Group(GroupKind.BRACKET, (3, 4), "2 exposures from -2 to +2 EV")
COPIES = Group(GroupKind.DUPLICATE, (5, 6), "the same picture data", (CopyOf(6, 5, "the same picture data"),))
CHOICES = (
    Choice(0, 0, 3, Decision.REJECT_CANDIDATE, ("eyes closed; open in IMG_1.JPG",), better=1),
    Choice(1, 0, 1, Decision.KEEPER, ("the best of 3 frames: all eyes open",), (2,)),
    Choice(2, 0, 1, Decision.ALTERNATE, ("as good as IMG_1.JPG: your choice",), (1,)),
    Choice(3, 1, None, Decision.KEEPER, ("part of an exposure bracket of 2: kept whole",)),
    Choice(4, 1, None, Decision.KEEPER, ("part of an exposure bracket of 2: kept whole",)),
    Choice(5, 2, 1, Decision.KEEPER, ("the only frame of its moment; copied as IMG_6.JPG",)),
    Choice(6, 2, 2, Decision.REJECT_CANDIDATE, ("the same picture data as IMG_5.JPG",), better=5),
    Choice(7, None, None, Decision.KEEPER, ("the only frame of its moment",)),
)


def photos(count: int, folder: str = "/shoot") -> list[SeenPhoto]:
    """`IMG_0.JPG` and so on, each another picture."""
    return [
        SeenPhoto(Path(folder, f"IMG_{number}.JPG"), f"{number:032x}"[::-1], (300, 200), ExifFacts())
        for number in range(count)
    ]


def grouped() -> GroupedShoot:
    """Eight photos: a burst, a bracket, a copy, a single frame."""
    return GroupedShoot(photos(8), [BURST, BRACKET, COPIES])


def picked() -> PickedShoot:
    """The same with a choice for each."""
    return PickedShoot(grouped(), [], CHOICES)
