"""Where outcomes go, one writer a format. Each makes an outcome small first, so that many can be held and sorted."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any, Protocol

from assist_cli.workflows.photo_in_brief import PhotoInBrief, ToldPhoto
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.sort_outcomes import Order, find_order
from index.photo.errors import UnreadablePhoto


class OutcomeWriter(Protocol):
    """Makes outcomes small, writes them, ends."""

    def small(self, outcome: Any) -> Any:  # noqa: ANN401 - each writer knows its own, and some take photos in brief alone
        """What will be written of this outcome."""

    def write(self, small: Any) -> None:  # noqa: ANN401
        """Write it."""

    def end(self) -> None:
        """No more photos."""


class JsonLines:
    """One object a line, flushed, so that a reader at the other end of a pipe sees each photo when it is known."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def small(self, outcome: PhotoOutcome) -> str:
        """The line."""
        from assist_cli.render.photo_json import json_text, photo_json

        return json_text(photo_json(outcome))

    def write(self, small: str) -> None:
        """Write the line."""
        self._stream.write(small + "\n")
        self._stream.flush()

    def end(self) -> None:
        """Every line is already out."""


class CsvRows:
    """A heading, then one row a photo."""

    def __init__(self, stream: IO[str]) -> None:
        from assist_cli.render.photo_csv import PhotoCsv
        from scoring.registry import ASSESSORS

        self._csv = PhotoCsv(stream, [assessor.name for assessor in ASSESSORS])

    def small(self, outcome: PhotoOutcome) -> dict[str, object]:
        """The row's cells by column."""
        return self._csv.row(outcome)

    def write(self, small: dict[str, object]) -> None:
        """Write the row."""
        self._csv.write(small)

    def end(self) -> None:
        """Every row is already out."""


class Table:
    """Photos kept until the end, because widths depend on all of them. Unreadable photos are told elsewhere."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._photos: list[PhotoInBrief] = []

    def small(self, outcome: PhotoInBrief | UnreadablePhoto) -> PhotoInBrief | None:
        """The photo, if it could be read."""
        return None if isinstance(outcome, UnreadablePhoto) else outcome

    def write(self, small: PhotoInBrief | None) -> None:
        """Keep it."""
        if small is not None:
            self._photos.append(small)

    def end(self) -> None:
        """Print all rows."""
        from assist_cli.console import page
        from assist_cli.render.score_table import print_table

        print_table(page(self._stream), self._photos)


class InOrder:
    """Holds outcomes back until the end, then passes on the first `top` in this order."""

    def __init__(self, writer: OutcomeWriter, order: Order, top: int | None) -> None:
        self._writer = writer
        self._order = order
        self._top = top
        self._held: list[tuple[tuple[Any, ...], Any]] = []

    def small(self, outcome: ToldPhoto) -> tuple[tuple[Any, ...], Any]:
        """Its place in the order, and what will be written."""
        return self._order.key(outcome), self._writer.small(outcome)

    def write(self, small: tuple[tuple[Any, ...], Any]) -> None:
        """Hold it back."""
        self._held.append(small)

    def end(self) -> None:
        """Pass on."""
        self._held.sort(key=lambda held: held[0])
        for _key, small in self._held[: self._top]:
            self._writer.write(small)
        self._writer.end()


WRITERS: dict[str, Callable[[IO[str]], OutcomeWriter]] = {"table": Table, "jsonl": JsonLines, "csv": CsvRows}


def writer_for(format_name: str, stream: IO[str], sort: str | None, top: int | None) -> OutcomeWriter:
    """The writer of this format; asked for the first `top` only, the best by score unless `sort` says otherwise."""
    order = find_order(sort or "score") if sort or top else None
    writer = WRITERS[format_name](stream)
    return InOrder(writer, order, top) if order else writer
