"""The slow sweep: compares what lies there with what lay there, and so finds what no event told."""

from __future__ import annotations

from collections.abc import Iterator

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
