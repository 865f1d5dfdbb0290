"""One group on a contact sheet, and the photos that are in none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assist_cli.render.html_text import html_text
from assist_cli.render.sheet_contents import SheetFrame, SheetGroup
from assist_cli.render.sheet_frame import Among, frame_html
from assist_cli.render.sheet_words import KIND_WORDS, tally_words
from scoring.groups.group import KEEP_ALL

OBLONG = 1.2
"""Between a square and the 4:3 of the least oblong cameras."""


def group_html(group: SheetGroup, first: int) -> Iterator[str]:
    """A `section`, frame by frame; `first` is the number of its first frame on the page."""
    kept_whole = " whole" if group.kind in KEEP_ALL else ""
    yield f'<section class="group {_shape(group.frames)}{kept_whole}">\n<div class="heading">'
    yield f"<h2><b>{KIND_WORDS[group.kind]}</b> · {html_text(group.reason)}</h2>"
    if tally := tally_words(group):
        yield f'<p class="tally">{tally}</p>'
    yield '</div>\n<div class="frames">\n'
    among = Among(shown_order(group.frames), first)
    for place, frame in enumerate(among.frames):
        yield frame_html(frame, place, among)
    yield "</div>\n</section>\n"


def shown_order(frames: Sequence[SheetFrame]) -> list[SheetFrame]:
    """The best first; what is not ranked as it was taken, after the others."""
    return sorted(frames, key=lambda frame: (frame.rank is None, frame.rank or 0))


def singles_html(frames: Iterable[SheetFrame], first: int) -> Iterator[str]:
    """A `section` of the photos that are in no group; nothing where there are none."""
    number = first
    for number, frame in enumerate(frames, first + 1):
        if number == first + 1:
            yield '<section class="group singles mixed">\n<div class="heading">'
            yield "<h2><b>Single photos</b> · no other frame of the shoot is like them</h2></div>\n"
            yield '<div class="frames">\n'
        yield frame_html(frame, 0, Among((frame,), number - 1))
    if number > first:
        yield "</div>\n</section>\n"


def _shape(frames: Sequence[SheetFrame]) -> str:
    """Of the places for a group's pictures, none of which is cut."""
    if all(width_px >= OBLONG * height_px for width_px, height_px in (frame.size_px for frame in frames)):
        return "wide"
    if all(height_px >= OBLONG * width_px for width_px, height_px in (frame.size_px for frame in frames)):
        return "tall"
    return "mixed"
