"""What the doctor of sidecars found, as lines: what is wrong, and below it the command that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.text import Text

from assist_cli.render.palette import QUIET
from assist_cli.render.plain_text import printable
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind

MOST_ALIKE = 3
"""Of findings of one kind in one folder so many are told; more are counted and mended together. A choice."""
INDENT = "    "
ALL_WELL = "no problems found"
HEADINGS: dict[ProblemKind, str] = {
    ProblemKind.SHOWN_DIFFERENTLY: "editors would show different marks",
    ProblemKind.ONLY_BESIDE: "Lightroom would not see the marks",
    ProblemKind.CHANGED_SINCE: "changed since photo-assist wrote it",
    ProblemKind.PAIR_DIFFERS: "RAW and JPEG marked differently",
    ProblemKind.SHARED_SIDECAR: "one sidecar, several files",
    ProblemKind.NUMBERED_NAME: "a duplicate under the name of another photo",
    ProblemKind.PHOTO_GONE: "a sidecar without its photo",
    ProblemKind.DAMAGED: "a damaged sidecar",
    ProblemKind.UNREADABLE: "cannot be opened",
    ProblemKind.LINK: "a link that is not followed",
    ProblemKind.SPELLING: "letter case",
    ProblemKind.LEFTOVER: "left over from a write",
}
Alike = tuple[Path, ProblemKind, str | None]


def problem_lines(problems: Iterable[Problem]) -> Iterator[Text]:
    """A heading a folder and kind, its findings, what mends them; nothing for no findings."""
    groups: dict[Alike, list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.folder, problem.kind, problem.folder_command), []).append(problem)
    for (folder, kind, _command), alike in groups.items():
        yield Text(f"{HEADINGS[kind]} in {printable(folder)}", style="bold")
        yield from _findings(alike)


def summary_line(problems: Sequence[Problem]) -> str:
    """`16 problems in 2 folders; nothing was changed`; or that there are none."""
    if not problems:
        return ALL_WELL
    folders = len({problem.folder for problem in problems})
    where = "1 folder" if folders == 1 else f"{folders:,} folders"
    count = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    return f"{count} in {where}; nothing was changed"


def _findings(alike: Sequence[Problem]) -> Iterator[Text]:
    """Few are mended one by one, many together."""
    if len(alike) <= MOST_ALIKE:
        for problem in alike:
            yield Text(f"  {printable(problem.message)}")
            yield from _remedy(problem.command, problem.hint)
        return
    for problem in alike[:MOST_ALIKE]:
        yield Text(f"  {printable(problem.message)}")
    yield Text(f"  and {len(alike) - MOST_ALIKE:,} more like these")
    together = alike[0].folder_command
    yield from _remedy(together, alike[0].folder_hint if together else alike[0].hint)


def _remedy(command: str | None, hint: str) -> Iterator[Text]:
    if command:
        yield Text(f"{INDENT}{printable(command)}", style="cyan")
    if hint:
        yield Text(f"{INDENT}{printable(hint)}", style=QUIET)
