"""One photo on a contact sheet: its picture, what was decided, and why."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assist_cli.render.html_text import html_name, html_text
from assist_cli.render.sheet_contents import SheetFrame
from assist_cli.render.sheet_words import DECISION_WORDS, place_words, tie_words

SEPARATOR = " · "
TIE_TOLD = "as good as"
TIMES = "\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}"


class Among(NamedTuple):
    """The frames that one is shown among, in the order they are shown, and the number of the first on the page."""

    frames: Sequence[SheetFrame]
    first: int


def frame_html(frame: SheetFrame, place: int, among: Among) -> str:
    """A `figure`; `place` is the frame's among the others."""
    kind = frame.decision if frame.decision in DECISION_WORDS else "undecided"
    caption = "".join(_caption(frame, among))
    number = among.first + place
    return f'<figure class="frame {kind}" id="f{number}">{_picture(frame)}<figcaption>{caption}</figcaption></figure>\n'


def _picture(frame: SheetFrame) -> str:
    if frame.picture is None:
        return '<div class="mat blank"><span>This photo could not be read.</span></div>'
    data = base64.b64encode(frame.picture).decode("ascii")
    width_px, height_px = frame.size_px
    image = (
        f'<img src="data:image/jpeg;base64,{data}" width="{width_px}" height="{height_px}" '
        f'alt="{html_text(frame.name)}" decoding="async">'
    )
    return f'<div class="mat"><button class="photo" type="button">{image}</button></div>'


def _caption(frame: SheetFrame, among: Among) -> Iterator[str]:
    yield from _verdict(frame, among.frames)
    yield f'<p class="name">{html_name(frame.name)}</p>'
    if facts := [text for text in (frame.folder, frame.taken, _size(frame)) if text]:
        yield f'<p class="facts">{SEPARATOR.join(f"<bdi>{html_text(fact)}</bdi>" for fact in facts)}</p>'
    if frame.reasons:
        reasons = "".join(f"<li>{_reason(text, frame, among)}</li>" for text in frame.reasons)
        yield f'<ul class="reasons">{reasons}</ul>'


def _verdict(frame: SheetFrame, frames: Sequence[SheetFrame]) -> Iterator[str]:
    words = []
    if frame.decision is not None:
        words.append(f'<span class="badge">{html_text(DECISION_WORDS.get(frame.decision, frame.decision))}</span>')
    if frame.rank is not None:
        ranked = sum(other.rank is not None for other in frames)
        words.append(f'<span class="place">{place_words(frame.rank, ranked)}</span>')
    if words:
        yield f'<p class="verdict">{" ".join(words)}</p>'
    # A reason that tells the tie says more: which of them leads.
    tie = None if any(text.startswith(TIE_TOLD) for text in frame.reasons) else tie_words(frame, frames)
    if tie:
        yield f'<p class="tie">{html_text(tie)}</p>'


def _size(frame: SheetFrame) -> str:
    width_px, height_px = frame.size_px
    return f"{width_px}{TIMES}{height_px}" if width_px and height_px else ""


def _reason(text: str, frame: SheetFrame, among: Among) -> str:
    """The sentence, in which the name of the better frame leads to it."""
    name = frame.better
    places = (place for place, other in enumerate(among.frames) if other.name == name and other is not frame)
    place = next(places, None)
    if not name or place is None or name not in text:
        return html_text(text)
    before, _, after = text.partition(name)
    link = f'<a href="#f{among.first + place}">{html_name(name)}</a>'
    return f"{html_text(before)}{link}{html_text(after)}"
