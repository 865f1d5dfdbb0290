"""`assist score`: score the photos of a folder, and say why."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Output, Paths, ProfileChoice, Weights

if TYPE_CHECKING:
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.propose_profile import GenresOfRun
    from assist_cli.workflows.score_photos import ScoreRequest

EXAMPLES = """\b
Examples:
  assist score ~/Pictures/2026-11-20          a table: stars, problems, the reason of the worst
  assist score . --sort focus --top 20        the twenty with the best focus
  assist score . --format jsonl | jq .score   one JSON object a photo (assist.photo/1)
  assist score . --output shoot.csv           a row a photo, for a spreadsheet
  assist score . --weights ID                 rated by other weights; earlier results are kept
  assist score . --profile portrait           as portraits; see: assist profiles
\b
Run it again after Ctrl-C or with new photos: what is unchanged comes from the catalogue.
"""

Top = Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N, by score unless --sort is given.")]
Sort = Annotated[
    str | None,
    typer.Option(metavar="FACTOR", help="Order: score, quality, name, time, or a factor such as focus."),
]
Rescore = Annotated[bool, typer.Option("--rescore", help="Judge again what is known and unchanged.")]
Workers = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", help="Photos judged at once; by default one a core, five at most, sixteen with a GPU."
    ),
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Look at no more than N photos.")]


class Format(StrEnum):
    """How outcomes are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Told:
    """How outcomes are told: the format, the file or None, the order, and only the first so many."""

    format: Format
    output: Path | None
    sort: str | None
    top: int | None


FORMATS_BY_EXTENSION = {".csv": Format.CSV, ".jsonl": Format.JSONL, ".ndjson": Format.JSONL}

FormatChoice = Annotated[
    Format | None,
    typer.Option(
        "--format", help="How to write what comes out; by default as the name of --output ends, else a table."
    ),
]


def score(
    ctx: typer.Context,
    paths: Paths,
    format: FormatChoice = None,  # noqa: A002 - the option's name
    output: Output = None,
    sort: Sort = None,
    top: Top = None,
    weights: Weights = None,
    profile: ProfileChoice = "auto",
    rescore: Rescore = False,
    workers: Workers = None,
    limit: Limit = None,
) -> None:
    """Score photos and say why. A table of stars, problems and reasons; no photo is changed or deleted."""
    from assist_cli.collection import seldom_collected

    with seldom_collected():  # what follows imports much, and then keeps much
        from assist_cli.output_target import check_output
        from assist_cli.workflows.score_photos import ScoreRequest
        from weights.registry import DEFAULT_RATING_WEIGHTS

        settings, rated_by = ctx.obj, weights or DEFAULT_RATING_WEIGHTS
        check_output(output, settings.catalog)
        request = ScoreRequest(paths, settings.catalog, settings.device, rated_by, profile, rescore, workers, limit)
        progress = _told(request, Told(format or _format_of(output), output, sort, top), quiet=settings.quiet)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if progress.failed else ExitCode.DONE)


def _told(request: ScoreRequest, told: Told, *, quiet: bool) -> Progress:
    """Scores, and tells it; returns how it went."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.outcome_writers import writer_for
    from assist_cli.render.run_summary import RunSummary
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.propose_profile import genres_for
    from assist_cli.workflows.score_photos import score_in_brief, score_photos

    is_table = told.format is Format.TABLE
    progress, summary, genres = Progress(), RunSummary(talk()), genres_for(request.profile)
    with data_stream(told.output) as stream:
        writer = writer_for(told.format, stream, told.sort, told.top)
        # Lines that run over the screen show the progress themselves.
        still = quiet or (not is_table and stream.isatty())
        with (
            live_progress(summary.console, quiet=still) as report,
            closing((score_in_brief if is_table else score_photos)(request, progress, report)) as outcomes,
        ):
            for outcome in outcomes:
                summary.note(outcome)
                genres.note(outcome)
                writer.write(writer.small(outcome))
        writer.end()
    summary.tell(progress, quiet=quiet)
    if not quiet:
        _propose(genres)
    return progress


def _propose(genres: GenresOfRun) -> None:
    from assist_cli.console import talk
    from assist_cli.render.proposal_text import UNDECIDED, proposal_text

    if proposed := genres.proposal():
        talk().print(proposal_text(proposed), soft_wrap=True)
    if genres.undecided:
        talk().print(UNDECIDED, style="dim", soft_wrap=True)


def _format_of(output: Path | None) -> Format:
    return FORMATS_BY_EXTENSION.get(output.suffix.lower(), Format.TABLE) if output else Format.TABLE
