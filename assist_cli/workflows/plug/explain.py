"""`explain`: everything that is said of each photo."""

from __future__ import annotations

from collections.abc import Iterator

from assist_cli.workflows.plug.plug_desk import Answered, Asked, PlugDesk
from assist_cli.workflows.plug.rate import rated, scored
from assist_cli.workflows.plug.trouble import unread
from assist_cli.workflows.plug.why import why_in_full
from index.photo.errors import UnreadablePhoto


def explain(asked: Asked, desk: PlugDesk) -> Iterator[Answered]:
    """As `rate`, with a line a factor."""
    for outcome in scored(asked, desk):
        yield unread(outcome) if isinstance(outcome, UnreadablePhoto) else rated(outcome, asked, why_in_full(outcome))
