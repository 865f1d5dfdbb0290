"""What stands beside the photo: a person's marks, our advice and why, the verdict, its factors, and how it was taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from assist_cli.render.bars import Glyphs, stars
from assist_cli.render.exif_text import gear, moment_text, settings
from assist_cli.render.line_fill import filled, wrapped
from assist_cli.render.palette import CALM, LOW, QUIET, factor_style
from assist_cli.render.plain_text import printable, shortened, shortened_name
from assist_cli.screens.compared_frames import telling_lead
from assist_cli.screens.panel_block import Block, laid_out
from assist_cli.screens.sentence import sentence
from assist_cli.screens.signs import TROUBLE, advice_line, marks_line
from assist_cli.workflows.cull.cull_photo import CullPhoto
from scoring.groups.group import GroupKind
from scoring.ranking.stars import printed_score
from scoring.rating_distribution import BUCKETS, HIGH_RATING

if TYPE_CHECKING:
    from assist_cli.workflows.photo_outcome import ScoredPhoto
    from scoring.assessment import Assessment

NUMBER = re.compile(r"\d+$")
"""How a camera's names end: enough to tell frames of one moment apart."""
NUMBER_CELLS = 4
REASONS_TOLD = 3
"""Of the weakest factors: a choice."""
FEW_ROWS = 2
"""Of one reason that stay where there is little room; `assist show` has all of it."""
TOGETHER = {
    GroupKind.NEAR_DUPLICATE: "that are much alike",
    GroupKind.DUPLICATE: "with the same picture",
    GroupKind.FOCUS_STACK: "in this focus stack",
}
"""Kinds of groups whose name alone makes no sentence."""
OURS, YOURS, SCORE = "ours", "yours", "score"
LABEL_CELLS = 7
"""Marks and advice say whose they are, where there is room."""


@dataclass(frozen=True, slots=True)
class PanelFacts:
    """What the panel tells beside the photo itself."""

    photo: CullPhoto
    place: int
    """From 1."""
    visible: int
    frames: int
    """Of its group; 1 where it is alone."""
    frame: int
    """Its place in the group, from 1."""
    is_scoring: bool
    """Whether scores and advice may still come."""
    caption: str = ""
    """What an overlay shows."""
    better: CullPhoto | None = None
    """The frame that ours is said to be worse than."""
    says_why: bool = False
    """Whether the place of the photo says why it cannot be read."""


def panel_lines(facts: PanelFacts, width: int, height: int, glyphs: Glyphs) -> list[Text]:
    """At most `height` lines of at most `width` cells; what matters least is left out."""
    photo = facts.photo
    blocks = [Block(_head(facts, width), 100), Block([_labelled(YOURS, marks_line(photo.marks, glyphs), width)], 99)]
    if photo.trouble is not None:
        why = "" if facts.says_why else f": {sentence(photo.trouble.message)} {sentence(photo.trouble.hint)}"
        words = f"Cannot be read{why or '.'}"
        blocks.append(Block(_wrapped(words, width, TROUBLE), 98, gap=True))
    blocks += _advice(facts, width)
    if facts.caption:
        blocks.append(Block(_wrapped(facts.caption, width, "italic"), 95, gap=True))
    if photo.scored is not None:
        blocks += _verdict(photo.scored, width, glyphs)
    if photo.exif is not None:
        blocks.append(Block([*_exif(photo, width, glyphs)], 40, gap=True))
    lines = laid_out(blocks, height)
    for line in lines:
        line.truncate(width, overflow="ellipsis")
    return lines


def _head(facts: PanelFacts, width: int) -> list[Text]:
    place = f"{facts.place}/{facts.visible}"
    names = "+".join(file.suffix.lstrip(".") for file in facts.photo.files)
    name = f"{facts.photo.path.stem}.{names}" if facts.photo.companions else facts.photo.path.name
    name = shortened_name(printable(name), max(1, width - cell_len(place) - 1))
    gap = " " * max(1, width - cell_len(name) - cell_len(place))
    return [Text.assemble((name, "bold"), gap, (place, QUIET))]


def _advice(facts: PanelFacts, width: int) -> Iterator[Block]:
    advice = facts.photo.advice
    if advice is None:
        words = _not_advised(facts)
        yield Block(_wrapped(words, width, QUIET) if words else [], 30, gap=True)
        return
    yield Block([_labelled(OURS, advice_line(advice, facts.frames), width)], 97)
    reasons = [row for reason in advice.reasons[:1] for row in wrapped(sentence(printable(reason)), width)]
    yield Block([Text(row) for row in reasons], 80, flows=True)
    if advice.better is not None and advice.better not in advice.tied_with:
        yield Block([_better(advice.better.stem, facts, width)], 90)
    elif facts.frames > 1 and advice.kind is not None:
        words = f"Frame {facts.frame} of {facts.frames} {TOGETHER.get(advice.kind) or f'in this {advice.kind.value}'}."
        yield Block([Text(shortened(words, width), style=QUIET)], 35)


def _labelled(label: str, line: Text, width: int) -> Text:
    return Text.assemble((label.ljust(LABEL_CELLS), QUIET), line) if LABEL_CELLS + line.cell_len <= width else line


def _not_advised(facts: PanelFacts) -> str:
    if facts.photo.trouble is not None:
        return ""
    if not facts.is_scoring:
        return "Not judged yet."
    return "Being judged …" if facts.photo.scored is None else "Its moment is still being compared …"


def _better(name: str, facts: PanelFacts, width: int) -> Text:
    kind = facts.photo.advice.kind if facts.photo.advice else None
    where = "in this burst" if kind is None or kind is GroupKind.BURST else "frame"
    words, lead = f"Better {where}: ", telling_lead(facts.photo, facts.better)
    told = f"  {lead[0]} +{lead[1]}" if lead else ""
    number = NUMBER.search(name)
    forms = [(name, told), *([(number[0], told)] if number else []), (name, ""), *([(number[0], "")] if number else [])]
    room = width - cell_len(words)
    fitting = next((form for form in forms if cell_len("".join(form)) <= room), forms[-1])
    return Text.assemble(words, (shortened_name(printable(fitting[0]), max(4, room)), "bold"), fitting[1])


def _verdict(scored: ScoredPhoto, width: int, glyphs: Glyphs) -> Iterator[Block]:
    # Late: scores come after the first photo is there.
    from scoring.ranking.exposure_counterfactual import with_counterfactual

    value = scored.score.value
    head = Text.assemble((stars(value, glyphs), CALM), f"  {printed_score(value)} of 100")
    yield Block([_labelled(SCORE, head, width)], 85, gap=True)
    words = _wrapped(
        f"{scored.quality.p_high * 100:.0f} % of people would rate it {HIGH_RATING} to {BUCKETS[-1]}.", width, QUIET
    )
    yield Block(words, 32, least=len(words))
    said = with_counterfactual(scored.assessments)
    yield Block([*_factors(said, width)], 60, least=3)
    weakest = sorted((one for one in said.values() if one.reasons and not one.abstained), key=lambda one: one.value)
    for place, one in enumerate(weakest[:REASONS_TOLD]):
        is_low = one.value < LOW
        lines = _wrapped(glyphs.spelled(one.reasons[0]), width, "default" if is_low else QUIET, hang=2)
        least = min(FEW_ROWS, len(lines))
        yield Block(lines, 50 if is_low else 20 - place, least=least, gap=place == 0, flows=True)


def _factors(said: Mapping[str, Assessment], width: int) -> Iterator[Text]:
    name_cells = max(map(len, said), default=0)
    bar_cells = max(1, width - name_cells - 1 - NUMBER_CELLS)
    for name, one in said.items():
        line = Text(name.ljust(name_cells + 1))
        if one.abstained:
            line.append("not judged"[:bar_cells].ljust(bar_cells), style=QUIET)
        else:
            line.append(thin_bar(one.value, bar_cells), style=factor_style(one.value))
            line.append("─" * (bar_cells - cell_len(line.plain) + name_cells + 1), style=QUIET)
            line.append(f"{one.value * 100:{NUMBER_CELLS}.0f}", style="bold" if one.value < LOW else "default")
        yield line


def thin_bar(value: float, width: int) -> str:
    """Like `bars.bar` in lines, which leave air between rows; to half a cell."""
    halves = round(max(0.0, min(1.0, value)) * width * 2)
    return "━" * (halves // 2) + "╸" * (halves % 2)


def _exif(photo: CullPhoto, width: int, glyphs: Glyphs) -> Iterator[Text]:
    exif = photo.exif
    if exif is None:
        return
    moment = [moment_text(exif.capture_time)] if exif.capture_time else []
    for facts in (list(settings(exif)), list(gear(exif)), moment):
        for row in filled(map(printable, facts), glyphs.separator, width):
            yield Text(row, style=QUIET)


def _wrapped(words: str, width: int, style: str, hang: int = 0) -> list[Text]:
    return [Text(row, style=style) for row in wrapped(printable(words), width, hang)]


def headline(facts: PanelFacts, width: int, glyphs: Glyphs) -> Text:
    """The most of it in one line, for screens that have no room for a panel."""
    photo = facts.photo
    parts = [Text(printable(photo.path.name), style="bold"), marks_line(photo.marks, glyphs)]
    if photo.trouble is not None:
        parts.append(Text("cannot be read", style=TROUBLE))
    if photo.advice is not None:
        parts.append(advice_line(photo.advice, facts.frames))
    line = Text("  ").join(parts)
    line.truncate(width, overflow="ellipsis")
    return line
