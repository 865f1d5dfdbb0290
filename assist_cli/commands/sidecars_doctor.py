"""`assist sidecars doctor`: what is wrong with sidecars, and the one command that mends it."""

from __future__ import annotations

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import EditorChoice, LineFormat, LineFormatChoice, Paths

EXAMPLES = """\b
Examples:
  assist sidecars doctor ~/Pictures
  assist sidecars doctor . --editor darktable --editor digikam     as far as it matters to these
  assist sidecars doctor . --format jsonl | jq -r .command
\b
Finds photos that editors would show differently, marks that somebody changed since we wrote them, pairs that are marked
apart, sidecars that several photos claim, damaged ones, and ones without a photo; and names the command that mends each.
"""


def doctor(
    ctx: typer.Context,
    paths: Paths,
    editor: EditorChoice = None,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Tell what is wrong with sidecars and what mends it. Nothing is changed; exit code 1 when something is wrong."""
    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.photo_json import json_text
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.render.sidecar_problem_text import problem_lines, summary_line
    from assist_cli.render.sidecar_status_json import problem_json
    from assist_cli.workflows.examine_sidecars import examine_sidecars
    from assist_cli.workflows.sidecar_problems.problem import Problem
    from index.photo.errors import UnreadablePhoto

    found = list(examine_sidecars(paths, ctx.obj.catalog, editor or ()))
    problems = [one for one in found if isinstance(one, Problem)]
    with data_stream(None) as stream:
        if format is LineFormat.JSONL:
            stream.writelines(json_text(problem_json(problem)) + "\n" for problem in problems)
        else:
            console = page(stream)
            for line in problem_lines(problems):
                console.print(line, soft_wrap=True)
            console.print(summary_line(problems), markup=False, soft_wrap=True)
    unread = [one for one in found if isinstance(one, UnreadablePhoto)]
    for line in failure_lines(unread):
        talk().print(line)
    raise typer.Exit(ExitCode.ERROR if problems else ExitCode.SOME_UNREADABLE if unread else ExitCode.DONE)
