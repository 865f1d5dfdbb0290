"""The measured part of a model card: replaced between two marks, everything else is the writer's."""

from __future__ import annotations

from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.render.evaluation_markdown import evaluation_markdown
from assist_cli.render.whole_file import write_whole
from assist_cli.workflows.evaluate_weights import Evaluated

BEGIN, END = (
    "<!-- measured: what stands up to the next mark is written by assist evaluate --card -->",
    "<!-- measured -->",
)


def card_text(card: Path) -> str:
    """What `card` says now; raises `BadRequestError` where it has no place for measurements."""
    try:
        text = card.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequestError(f"{card} cannot be read as text", "name a Markdown file with --card") from error
    if text.find(BEGIN) < 0 or text.find(END, text.find(BEGIN)) < 0:
        raise BadRequestError(f"{card} has no place for measurements", f"put the lines {BEGIN} and {END} into it")
    return text


def write_card(card: Path, made: Evaluated) -> None:
    """Put the tables of `made` between the marks of `card`; the file is replaced whole."""
    text = card_text(card)
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    write_whole(card, f"{before}{BEGIN}\n\n{evaluation_markdown(made)}\n{END}{after}".encode())
