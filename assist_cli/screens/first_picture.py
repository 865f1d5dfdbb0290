"""The first photo is prepared while the screens are still being imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.pictures.picture_key import PictureKey
from assist_cli.pictures.prepared import PictureMaker, Prepared
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.loupe_layout import picture_box
from assist_cli.screens.screen_size import screen_size
from assist_cli.workflows.cull.session import CullSession

if TYPE_CHECKING:
    from assist_cli.screens.first_glimpse import FirstGlimpse
    from scoring.assessment import Assessment


@dataclass
class Announcement:
    """Tells `listeners`, as soon as there are some, of what becomes ready."""

    listeners: list[Callable[[Prepared], None]] = field(default_factory=list)

    def tell(self, prepared: Prepared) -> None:
        """Called on a thread. What nobody heard of is found by looking."""
        for listener in tuple(self.listeners):
            listener(prepared)


@dataclass(frozen=True, slots=True)
class BegunPictures:
    """What makes the pictures of a cull; None where the terminal is to show none."""

    terminal: Terminal
    maker: PictureMaker | None
    announcement: Announcement
    glimpse: FirstGlimpse | None = None


def begin_pictures(
    session: CullSession,
    terminal: Terminal,
    screen: tuple[int, int] | None = None,
    glimpse: FirstGlimpse | None = None,
) -> BegunPictures:
    """Begins with the current photo, as the loupe will show it on a `screen` of (columns, rows), by default the terminal's.

    `glimpse` shows it as soon as it is ready, which is waited for a moment.
    """
    announcement = Announcement()
    if glimpse is not None:
        announcement.listeners.append(glimpse.show)
    if terminal.protocol is Protocol.NONE:
        return BegunPictures(terminal, None, announcement, glimpse)
    maker = PictureMaker(terminal, announcement.tell, said_of=lambda path: said_of(session, path))
    box = picture_box(*(screen or screen_size()))
    if min(box) >= 1:
        maker.want([PictureKey(session.current.picture, box)])
        if glimpse is not None:
            glimpse.wait()
    return BegunPictures(terminal, maker, announcement, glimpse)


def said_of(session: CullSession, file: Path) -> Mapping[str, Assessment]:
    """The assessments of a photo, as far as there are any. Only reads; may be called in any thread."""
    photo = session.photo(file)
    return {} if photo is None or photo.scored is None else photo.scored.assessments
