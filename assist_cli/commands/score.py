"""`assist score`: score the photos of a folder, and say why."""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Output, Paths, ProfileChoice, Weights

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
    int | None, typer.Option(min=1, metavar="N", help="Photos judged at once; by default one a core, five at most.")
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Look at no more than N photos.")]


class Format(StrEnum):
    """How outcomes are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


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
    from assist_cli.console import data_stream, talk
    from assist_cli.output_target import check_output
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.outcome_writers import writer_for
    from assist_cli.render.proposal_text import UNDECIDED, proposal_text
    from assist_cli.render.run_summary import RunSummary
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.propose_profile import genres_for
    from assist_cli.workflows.score_photos import ScoreRequest, score_in_brief, score_photos
    from weights.registry import DEFAULT_RATING_WEIGHTS

    check_output(output, ctx.obj.catalog)
    chosen = format or _format_of(output)
    settings, progress, summary, genres = ctx.obj, Progress(), RunSummary(talk()), genres_for(profile)
    rated_by = weights or DEFAULT_RATING_WEIGHTS
    request = ScoreRequest(paths, settings.catalog, settings.device, rated_by, profile, rescore, workers, limit)
    with seldom_collected(), data_stream(output) as stream:
        writer = writer_for(chosen, stream, sort, top)
        score_them = score_in_brief if chosen is Format.TABLE else score_photos
        # Lines that run over the screen show the progress themselves.
        quiet = settings.quiet or (chosen is not Format.TABLE and stream.isatty())
        with (
            live_progress(summary.console, quiet=quiet) as report,
            closing(score_them(request, progress, report)) as outcomes,
        ):
            for outcome in outcomes:
                summary.note(outcome)
                genres.note(outcome)
                writer.write(writer.small(outcome))
        writer.end()
    summary.tell(progress, quiet=settings.quiet)
    if not settings.quiet and (proposed := genres.proposal()):
        talk().print(proposal_text(proposed), soft_wrap=True)
    if not settings.quiet and genres.undecided:
        talk().print(UNDECIDED, style="dim", soft_wrap=True)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if progress.failed else ExitCode.DONE)


def _format_of(output: Path | None) -> Format:
    return FORMATS_BY_EXTENSION.get(output.suffix.lower(), Format.TABLE) if output else Format.TABLE
