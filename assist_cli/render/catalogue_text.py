"""What the catalogue holds, what is wrong with it and what it may forget, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from assist_cli.render.photo_json import json_text
from assist_cli.render.plain_text import printable
from assist_cli.workflows.catalogue_statistics import CatalogueStatistics
from assist_cli.workflows.check_machine import Check
from assist_cli.workflows.prune_catalogue import PrunePlan, PruneReport, PruneRequest

STATISTICS_SCHEMA, CHECK_SCHEMA = "assist.catalogue/1", "assist.check/1"
LABEL_CELLS = 12
MOST_LINES = 10
"""Lines of folders, and of photos to be forgotten, that are read rather than scrolled past; a choice."""


def statistics_lines(found: CatalogueStatistics) -> Iterator[Text]:
    """A label and a number a line; folders with most photos last."""
    holds = found.holds
    missing = f", {holds.missing:,} of them missing" if holds.missing else ""
    yield _line("catalogue", f"{printable(found.path)}, {size_text(found.size_bytes)}, schema step {holds.schema_step}")
    yield _line("photos", f"{holds.photos:,}{missing}")
    yield from _counted("ratings", holds.photos_by_weights)
    yield from _counted("embeddings", holds.photos_by_embedder)
    yield from _counted("glances", {f"version {v}": n for v, n in holds.photos_by_glance_version.items()})
    shown = list(holds.photos_by_folder.items())[:MOST_LINES]
    for number, (folder, count) in enumerate(shown):
        yield _line("" if number else "folders", f"{count:,} in {printable(folder)}")
    if more := len(holds.photos_by_folder) - len(shown):
        yield _line("", f"and {more:,} more folders")


def statistics_json(found: CatalogueStatistics) -> str:
    """The same as one JSON object, with all folders."""
    holds = found.holds
    return json_text(
        {
            "schema": STATISTICS_SCHEMA,
            "path": str(found.path),
            "size_bytes": found.size_bytes,
            "schema_step": holds.schema_step,
            "photos": holds.photos,
            "missing": holds.missing,
            "ratings": dict(holds.photos_by_weights),
            "embeddings": dict(holds.photos_by_embedder),
            "glances": {str(version): count for version, count in holds.photos_by_glance_version.items()},
            "folders": {str(folder): count for folder, count in holds.photos_by_folder.items()},
        }
    )


def check_json(check: Check) -> str:
    """One finding as a JSON object."""
    told = {"part": check.part, "state": check.state.value, "message": check.detail, "hint": check.hint}
    return json_text({"schema": CHECK_SCHEMA, **told})


def plan_lines(plan: PrunePlan) -> Iterator[Text]:
    """What would be forgotten, then what stays and why."""
    for path in plan.photos[:MOST_LINES]:
        yield _line("forget", printable(path))
    if (more := len(plan.photos) - MOST_LINES) > 0:
        yield _line("", f"and {more:,} more")
    yield _line("in all", f"{_photos(len(plan.photos))} {_why(plan.request)}")
    if plan.request.old_results:
        yield _line("", f"{plan.results:,} results by weights and versions not in use any more")
    if plan.too_recent:
        yield _line("stay", f"{_photos(plan.too_recent)} missing for less")
    if plan.back:
        yield _line("stay", f"{_photos(plan.back)} whose files are back (assist score PATH)")
    absent = sorted((plan.absent or {}).items(), key=lambda folder: -folder[1])
    for folder, count in absent[:MOST_LINES]:
        yield _line("stay", f"{_photos(count)} of {printable(folder)}: that folder is absent or empty (--gone FOLDER)")
    if (more := len(absent) - MOST_LINES) > 0:
        yield _line("", f"and those of {more:,} more folders")


def _why(request: PruneRequest) -> str:
    if request.gone is not None:
        return f"below {printable(request.gone)}: none of their files is there"
    days = request.older_than.total_seconds() / 86_400
    return f"missing for more than {days:g} days" if days else "missing"


def report_line(report: PruneReport) -> str:
    """What was done."""
    results = f" and {report.pruned.results:,} results" if report.pruned.results else ""
    return (
        f"forgot {_photos(report.pruned.photos)}{results}; {size_text(report.freed_bytes)} freed; no photo was touched"
    )


def size_text(size_bytes: int) -> str:
    """`3.4 MB`, in powers of ten as disks are sold."""
    for unit, unit_bytes in (("GB", 10**9), ("MB", 10**6)):
        if size_bytes >= unit_bytes:
            return f"{size_bytes / unit_bytes:.1f} {unit}"
    return f"{size_bytes / 1000:.0f} kB"


def _counted(label: str, counts: Mapping[str, int]) -> Iterator[Text]:
    for number, (name, count) in enumerate(counts.items()):
        yield _line("" if number else label, f"{count:,} by {name}")


def _line(label: str, text: str) -> Text:
    return Text(label.ljust(LABEL_CELLS), style="dim").append(text, style="not dim")


def _photos(count: int) -> str:
    return "1 photo" if count == 1 else f"{count:,} photos"
