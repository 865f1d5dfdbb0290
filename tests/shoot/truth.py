"""What is true of every frame of the rendered shoot; the frames are drawn from this very table."""

from __future__ import annotations

from tests.shoot.frame_truth import FrameTruth, Role
from tests.shoot.sets_of_frames import bracket, burst, copies, portrait_burst
from tests.shoot.single_frames import single_frames

_SINGLES = single_frames()
FRAMES: tuple[FrameTruth, ...] = (*bracket(), *burst(), *_SINGLES, *copies(_SINGLES), *portrait_burst())


def frames_of(role: Role) -> list[FrameTruth]:
    """The frames with this role, in the order they were taken."""
    return [frame for frame in FRAMES if frame.role is role]
