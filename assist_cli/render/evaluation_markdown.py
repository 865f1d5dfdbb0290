"""An evaluation as Markdown that also reads well as plain text: what was measured, the tables, what to know of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assist_cli.render.evaluation_words import NONE, first_line, in_words, left_out_lines, notes, short
from assist_cli.render.markdown_table import markdown_table
from assist_cli.render.plain_text import printable
from assist_cli.workflows.evaluate_weights import Evaluated
from scoring.evaluation.evaluation import NETWORK
from scoring.evaluation.numbers import SliceNumbers
from scoring.evaluation.slices import OVERALL

LABELS = {
    "srcc": "srcc",
    "plcc": "plcc",
    "krcc": "krcc",
    "rmse": "rmse",
    "sd_srcc": "srcc of the sd",
    "sd_plcc": "plcc of the sd",
    "emd_r1": "EMD, r = 1",
    "emd_r2": "EMD, r = 2",
    "accuracy": "two-class accuracy",
}
COMPARED_BY_SUBSET = ("srcc", "rmse")
"""Order and error within a subset, beside the baselines; the JSON has the rest."""

Rows = list[list[str]]


def evaluation_markdown(made: Evaluated, pictures: Mapping[str, str] | None = None) -> str:
    """The whole report; `pictures` are file names by what they show."""
    warning = made.plan.side.warning
    blocks = [
        [f"**{first_line(made)}**"],
        [f"**Warning: {warning}.**"] if warning else [],
        markdown_table(overall_rows(made)),
        *subset_blocks(made),
        [f"![{shows}]({file})" for shows, file in (pictures or {}).items()],
        [f"- {note}" for note in notes(made)],
        list(left_out_lines(made)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def overall_rows(made: Evaluated) -> Rows:
    """A line a measure, a column a predictor."""
    overall = made.evaluation.slices[OVERALL]
    rows = [[label_in(overall, measure), *cells(overall, measure)] for measure in LABELS]
    return [["", *predictors(overall)], *(row for row in rows if set(row[1:]) != {NONE})]


def subset_blocks(made: Evaluated) -> list[list[str]]:
    """The weights' numbers in each subset, then the baselines beside them; nothing for a set of one part."""
    parts = {name: part for name, part in made.evaluation.slices.items() if name != OVERALL}
    if not parts:
        return []
    blocks = [["Within each subset:"], markdown_table(subset_rows(parts))]
    for measure in COMPARED_BY_SUBSET:
        blocks += [[f"{LABELS[measure]} within each subset:"], markdown_table(compared_rows(parts, measure))]
    return blocks


def subset_rows(parts: Mapping[str, SliceNumbers]) -> Rows:
    """The weights' numbers, a line a subset."""
    measures = [name for name in LABELS if any(part.by_predictor[NETWORK][name] for part in parts.values())]
    rows = [
        [
            printable(name),
            f"{part.photos:,}",
            *(in_words(part.by_predictor[NETWORK][measure]) for measure in measures),
            short(part.larger_class_share),
        ]
        for name, part in parts.items()
    ]
    return [["", "photos", *(LABELS[measure] for measure in measures), "larger class"], *rows]


def compared_rows(parts: Mapping[str, SliceNumbers], measure: str) -> Rows:
    """One measure of all predictors that have it, a line a subset."""
    first = next(iter(parts.values()))
    rows = [["", *predictors(first)], *([printable(name), *cells(part, measure)] for name, part in parts.items())]
    told = [column for column in zip(*rows, strict=True) if set(column[1:]) != {NONE}]
    return [list(row) for row in zip(*told, strict=True)]


def predictors(part: SliceNumbers) -> Sequence[str]:
    """Their names as headings."""
    return [who.replace("_", " ") for who in part.by_predictor]


def cells(part: SliceNumbers, measure: str) -> Sequence[str]:
    """One measure of each predictor."""
    return [in_words(numbers[measure]) for numbers in part.by_predictor.values()]


def label_in(part: SliceNumbers, measure: str) -> str:
    """The measure's name; beside the accuracy what always naming the larger class would score."""
    beside = f" (larger class {short(part.larger_class_share)})" if measure == "accuracy" else ""
    return LABELS[measure] + beside
