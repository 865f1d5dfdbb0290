"""The slow sweep: compares what lies there with what lay there, and so finds what no event told."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path

from index.watch.listing import TreeListing
from index.watch.news import FileNews, NewsKind


def news_between(before: TreeListing, after: TreeListing, at_s: float) -> Iterator[FileNews]:
    """WRITTEN for each photo that is new or looks different, GONE for each that is not there any more. What lay in a
    folder that could not be opened this time is not said to be gone.
    """
    for path, look in after.files.items():
        if before.files.get(path) != look:
            yield FileNews(NewsKind.WRITTEN, path, at_s)
    unseen = {trouble.path for trouble in after.unseen}
    for path in before.files:
        if path not in after.files and unseen.isdisjoint((path, *path.parents)):
            yield FileNews(NewsKind.GONE, path, at_s)


def missed_by_events(
    before: TreeListing, after: TreeListing, heard: Container[Path], older_than_ns: int
) -> Iterator[Path]:
    """The new or changed photos of which events should have told and did not: the folder must be polled.

    `heard`: what events told since `before` was listed; `older_than_ns`: a moment, in nanoseconds since 1970, from before
    `after` was listed, as news may still be under way. No events come from behind links.
    """
    real = Path(os.path.realpath(after.folder))
    for path, look in after.files.items():
        is_news = before.files.get(path) != look and look.ctime_ns < older_than_ns and path not in heard
        if is_news and Path(os.path.realpath(path)) == real / path.relative_to(after.folder):
            yield path
