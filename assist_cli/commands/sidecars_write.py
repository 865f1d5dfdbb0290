"""`assist sidecars write`: stars, labels, flags and crops into XMP sidecars, merged with what stands there."""

from __future__ import annotations

import shlex
import sys
from typing import Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import LineFormat, LineFormatChoice, Paths, ProfileChoice, Weights
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import USUAL_ADVICE, Advice

EXAMPLES = """\b
Examples:
  assist sidecars write . --dry-run              the exact difference, and nothing is written
  assist sidecars write . --style darktable      IMG.CR3.xmp, for darktable and digiKam
  assist sidecars write . --style adobe          IMG.xmp beside RAW files, for Lightroom, Bridge, Capture One
  assist sidecars write . --advice labels        our labels alone, also on photos that you rated
  assist sidecars write . --advice stars,labels,flags,crops
  assist sidecars write . --advice none          only the marks that you gave
\b
Stars are those that assist score shows; labels are what assist pick decided: green keep, yellow alternate, red reject?.
Flags (pick, and reject: -1 for darktable, the reject flag for Lightroom), keywords and crops only if asked for.
Photos are never written to. A photo that you rated or flagged in any editor keeps what you gave it. Only our own
fields of a sidecar change, and assist undo takes all of it back on any later day.
"""

NONE = "none"
StyleChoice = Annotated[Style, typer.Option("--style", help="Whose names: IMG.CR3.xmp (darktable), IMG.xmp (adobe).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show the difference; nothing is written.")]
KeepTimes = Annotated[
    bool,
    typer.Option("--keep-times", help="Keep modification times; editors and backups may then not notice the change."),
]


def named_advice(text: str | frozenset[Advice]) -> frozenset[Advice]:
    """`stars,labels` as what is wanted; `none` for nothing."""
    if isinstance(text, frozenset):
        return text
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if names == [NONE]:
        return frozenset()
    known = {advice.value: advice for advice in Advice}
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        said = f"{unknown[0]!r} is no advice" if unknown else "nothing is named"
        raise typer.BadParameter(f"{said}; choose of {', '.join(known)}, or {NONE}")
    return frozenset(known[name] for name in names)


AdviceChoice = Annotated[
    frozenset[Advice],
    typer.Option(
        "--advice",
        metavar="LIST",
        parser=named_advice,
        show_default="stars,labels",
        help="What of our advice is written: stars, labels, flags, keywords, crops, or none.",
    ),
]
Aspect = Annotated[str, typer.Option("--aspect", metavar="SHAPE", help="The shape of crops, as assist crop has them.")]


def write(
    ctx: typer.Context,
    paths: Paths,
    style: StyleChoice = Style.BOTH,
    advice: AdviceChoice = USUAL_ADVICE,
    aspect: Aspect = "free",
    dry_run: DryRun = False,
    keep_times: KeepTimes = False,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
    weights: Weights = None,
    profile: ProfileChoice = "auto",
) -> None:
    """Write marks into sidecars. People's marks first; our advice where no person judged."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.render.sidecar_changes import summary_lines, trouble_lines
    from assist_cli.render.sidecar_diff import diff_lines
    from assist_cli.render.sidecar_writers import write_changes
    from assist_cli.workflows.advised_photos import AdviceRequest, advised_shoot
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.write_sidecars import WriteRequest, plan_shoot, write_shoot

    progress = Progress()
    with live_progress(talk(), quiet=ctx.obj.quiet) as report:

        def told(done: int) -> None:
            progress.cached = done
            report(progress)

        shoot = advised_shoot(AdviceRequest(paths, ctx.obj.catalog, advice, weights, profile, aspect), told)
        progress.total = len(shoot.photos)
        request = WriteRequest(paths, ctx.obj.catalog, style, advice, shlex.join(["assist", *sys.argv[1:]]), keep_times)
        written = plan_shoot(request, shoot, told, diff_lines) if dry_run else write_shoot(request, shoot, told)
    with data_stream(None) as stream:
        write_changes(stream, written, dry_run=dry_run, jsonl=format is LineFormat.JSONL)
    for line in (*failure_lines(written.unread), *trouble_lines(written)):
        talk().print(line)
    for line in () if ctx.obj.quiet else summary_lines(written, shoot, request, dry_run=dry_run):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if written.has_trouble else ExitCode.DONE)
