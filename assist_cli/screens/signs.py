"""Marks and advice in signs and words, so that colour is never the only one to tell them."""

from __future__ import annotations

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.decision_words import STYLES, WORDS
from assist_cli.render.palette import QUIET
from assist_cli.workflows.cull.cull_photo import CullPhoto, PhotoAdvice
from index.photo.marks import ColorLabel, Flag, Marks
from scoring.ranking.picks.choice import Decision
from scoring.ranking.stars import STARS

TROUBLE = "bold red"
"""Red is read on black and on white; yellow words vanish on white."""
FLAG_SIGNS = {Flag.PICK: ("✓", "bold green"), Flag.REJECT: ("✗", "bold red")}
FLAG_WORDS = {Flag.PICK: "pick", Flag.REJECT: "reject"}
LABEL_STYLES = {
    ColorLabel.RED.value: "red",
    ColorLabel.YELLOW.value: "yellow",
    ColorLabel.GREEN.value: "green",
    ColorLabel.BLUE.value: "blue",
    ColorLabel.PURPLE.value: "magenta",
}
LABEL_SIGN = "●"
ADVICE_SIGNS = {Decision.KEEPER: "▲", Decision.ALTERNATE: "◆", Decision.REJECT_CANDIDATE: "▽"}
TROUBLE_SIGN = "!"


def marks_line(marks: Marks, glyphs: Glyphs) -> Text:
    """`✓ pick  ★★★☆☆  ● Green`, in words too; `not marked yet` for none."""
    parts = []
    if marks.flag in FLAG_SIGNS:
        sign, style = FLAG_SIGNS[marks.flag]
        parts.append(Text.assemble((sign, style), (f" {FLAG_WORDS[marks.flag]}", "bold")))
    if marks.rating:
        parts.append(Text(glyphs.star * marks.rating + glyphs.no_star * (STARS - marks.rating), style="bold"))
    parts += [Text.assemble((LABEL_SIGN, label_style(label)), f" {label}") for label in marks.labels]
    return Text("  ").join(parts) if parts else Text("not marked yet", style=QUIET)


def marks_signs(photo: CullPhoto, *, ours: bool = True) -> Text:
    """The same in a few cells: `✓3★●G`; with `ours` what we advise, dim, where nobody marked."""
    marks, signs = photo.marks, Text()
    if photo.trouble is not None:
        signs.append(TROUBLE_SIGN, style=TROUBLE)
    if marks.flag in FLAG_SIGNS:
        signs.append(*FLAG_SIGNS[marks.flag])
    if marks.rating:
        signs.append(f"{marks.rating}★", style="bold")
    for label in marks.labels:
        signs.append(LABEL_SIGN, style=label_style(label)).append(label[:1])
    if ours and not signs and photo.advice is not None:
        signs.append(ADVICE_SIGNS[photo.advice.decision], style=QUIET)
    return signs


def label_style(label: str) -> str:
    """The colour of a label; none for those that are only a name."""
    return LABEL_STYLES.get(label, "default")


def advice_line(advice: PhotoAdvice, frames: int) -> Text:
    """`▲ keep · 1st of 7`: what we say, and how it stands among its group. Words have no colour: they are read on any ground."""
    decision = advice.decision
    line = Text.assemble((ADVICE_SIGNS[decision], STYLES[decision]), (f" {WORDS[decision]}", "bold"))
    if advice.rank is not None and frames > 1:
        tied = "tied " if advice.tied_with else ""
        line.append(f" · {tied}{ordinal(advice.rank)} of {frames}")
    return line


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `11th`."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
