"""What is said after a run, on stderr: the photos that could not be read, spots that look like dust, and the counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from assist_cli.render.plain_text import printable
from assist_cli.workflows.dust_watch import DustFinding, DustWatch, spots_of
from assist_cli.workflows.photo_in_brief import PhotoInBrief, ToldPhoto
from assist_cli.workflows.progress import Progress
from index.photo.errors import HINTS, UnreadablePhoto
from scoring.assessors.place_words import place_in_words


class RunSummary:
    """Remembers what could not be read while a run goes on, and tells it when the run is over."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._failures: list[UnreadablePhoto] = []
        self._dust = DustWatch()

    def note(self, outcome: ToldPhoto) -> None:
        """Take in one outcome."""
        if isinstance(outcome, UnreadablePhoto):
            self._failures.append(outcome)
        else:
            self._dust.note(outcome.spots if isinstance(outcome, PhotoInBrief) else spots_of(outcome))

    def tell(self, progress: Progress, *, quiet: bool) -> None:
        """List the failures, each once, and unless `quiet` what may be dust, and the counts."""
        for line in failure_lines(self._failures):
            self.console.print(line)
        if not quiet:
            for finding in self._dust.findings():
                self.console.print(dust_line(finding))
            if progress.vanished:
                self.console.print(vanished_line(progress.vanished), style="dim")
            self.console.print(_counts(progress), style="dim")


def failure_lines(failures: Sequence[UnreadablePhoto]) -> Iterator[Text]:
    """What could not be read, by kind of trouble: what to do once a kind, then each file and what is wrong with it."""
    if failures:
        # Not "photos": a folder that may not be opened and a broken JPEG beside its RAW are listed too.
        yield Text(f"{len(failures)} could not be read", style="bold yellow")
    for kind in dict.fromkeys(failure.kind for failure in failures):
        line = Text(f"  {kind.value.replace('_', ' ')}: ", style="bold")
        yield line.append(HINTS[kind], style="not bold")
        for failure in failures:
            if failure.kind is kind:
                line = Text(f"    {_from_here(failure.path)}  ")
                yield line.append(printable(failure.message), style="dim")


def dust_line(finding: DustFinding) -> Text:
    """One camera's spots that repeat: what was seen, and a question rather than a verdict."""
    surest = finding.spots[0]
    where = f"{place_in_words(*surest.place)} of {surest.photos} photos"
    several = len(finding.spots) > 1
    places = (
        f"{len(finding.spots)} places of the frame, the surest in {where}"
        if several
        else f"one place of the frame, {where}"
    )
    return Text(f"{printable(finding.camera)} has a faint dark spot in {places}. Dust on the sensor?", style="yellow")


def vanished_line(count: int) -> str:
    """That known photos are gone, and that nothing said of them is lost."""
    gone = "1 known photo is gone; its scores are" if count == 1 else f"{count} known photos are gone; their scores are"
    return f"{gone} kept until: assist catalogue prune"


def _from_here(path: Path) -> str:
    """The path as a person would type it: below the working folder without that folder in front."""
    try:
        return printable(path.relative_to(Path.cwd()))
    except (ValueError, FileNotFoundError):  # elsewhere, or the working folder is gone
        return printable(path)


def _counts(progress: Progress) -> str:
    parts = [f"{progress.scored} scored"]
    if progress.cached:
        parts.append(f"{progress.cached} unchanged")
    pace = f" ({progress.photos_per_s:.1f} photos/s)" if progress.scored else ""
    unreadable = f"; {progress.failed} unreadable" if progress.failed else ""
    photos = _photos(progress.scored + progress.cached)
    return f"{photos}: {', '.join(parts)}, in {progress.seconds:.1f} s{pace}{unreadable}"


def _photos(count: int) -> str:
    return f"{count} photo" if count == 1 else f"{count} photos"
