"""What is said after a run, on stderr: the photos that could not be read, and the counts."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from assist_cli.render.plain_text import printable
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.progress import Progress
from index.photo.errors import UnreadablePhoto


class RunSummary:
    """Remembers what could not be read while a run goes on, and tells it when the run is over."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._failures: list[UnreadablePhoto] = []

    def note(self, outcome: PhotoOutcome) -> None:
        """Take in one outcome."""
        if isinstance(outcome, UnreadablePhoto):
            self._failures.append(outcome)

    def tell(self, progress: Progress, *, quiet: bool) -> None:
        """List the failures, each once, and unless `quiet` the counts."""
        if self._failures:
            self.console.print(Text(f"{_photos(len(self._failures))} could not be read:", style="bold yellow"))
        for failure in self._failures:
            self.console.print(failure_text(failure))
        if not quiet:
            self.console.print(_counts(progress), style="dim")


def failure_text(failure: UnreadablePhoto) -> Text:
    """One line: which photo, what kind of trouble, what to do."""
    line = Text(f"  {printable(failure.path)}: ")
    line.append(failure.kind.value.replace("_", " "), style="bold")
    line.append(f", {printable(failure.message)} ({failure.hint})")
    return line


def _counts(progress: Progress) -> str:
    parts = [f"{progress.scored} scored"]
    if progress.cached:
        parts.append(f"{progress.cached} unchanged")
    if progress.failed:
        parts.append(f"{progress.failed} unreadable")
    pace = f" ({progress.photos_per_s:.1f} photos/s)" if progress.scored else ""
    return f"{_photos(progress.done)}: {', '.join(parts)}, in {progress.seconds:.1f} s{pace}"


def _photos(count: int) -> str:
    return f"{count} photo" if count == 1 else f"{count} photos"
