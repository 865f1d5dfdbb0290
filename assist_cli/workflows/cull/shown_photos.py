"""What is on the screen of a cull and where the cursor stands. It never stands nowhere: the current photo is always shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import overload

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.filters import ALL, Filter
from assist_cli.workflows.cull.sorts import Sort


class PhotosAt(Sequence[CullPhoto]):
    """Photos looked up one by one as somebody asks for them: of thousands, a screen shows a few."""

    def __init__(self, photos: Mapping[Path, CullPhoto], paths: Sequence[Path]) -> None:
        self._photos = photos
        self._paths = paths

    @overload
    def __getitem__(self, place: int) -> CullPhoto: ...

    @overload
    def __getitem__(self, place: slice) -> list[CullPhoto]: ...

    def __getitem__(self, place: int | slice) -> CullPhoto | list[CullPhoto]:
        if isinstance(place, slice):
            return [self._photos[path] for path in self._paths[place]]
        return self._photos[self._paths[place]]

    def __len__(self) -> int:
        return len(self._paths)


class ShownPhotos:
    """The photos that a filter lets through, in the order of a sort. `photos` is looked at, never changed; it holds one at least.

    A photo that the filter no longer lets through stays as long as the cursor is on it.
    """

    def __init__(self, photos: Mapping[Path, CullPhoto], sort: Sort) -> None:
        self._photos = photos
        self.filter = ALL
        self.sort = sort
        self._ordered: list[Path] = []
        self._visible: list[Path] = []
        self._places: dict[Path, int] = {}
        self._order_is_old = self._visible_is_old = True
        self.at = self._in_order()[0]

    @property
    def visible(self) -> PhotosAt:
        """As they are shown; never empty."""
        return PhotosAt(self._photos, self._paths())

    @property
    def cursor(self) -> int:
        """The place of the current photo among those that are visible."""
        self._paths()
        return self._places[self.at]

    def marks_changed(self) -> None:
        """Somebody marked a photo: others may match now."""
        self._visible_is_old = True

    def facts_changed(self) -> None:
        """More is known of a photo: the order may be another one too."""
        self._order_is_old = self._visible_is_old = True

    def go_to(self, path: Path) -> bool:
        """Puts the cursor on a visible photo; whether it is another one than before."""
        if path == self.at or path not in self._places_now():
            return False
        if not self.filter.matches(self._photos[self.at]):
            self._visible_is_old = True
        self.at = path
        return True

    def advance(self) -> bool:
        """To the next photo that the filter lets through; from the last one that it no longer does, back to the one before."""
        paths, here = self._paths(), self.cursor
        following = self._first_match(paths[here + 1 :])
        if following is None and not self.filter.matches(self._photos[self.at]):
            following = self._first_match(reversed(paths[:here]))
        return following is not None and self.go_to(following)

    def show(self, shown: Filter) -> int:
        """How many photos match; where none does, the filter stays as it was. The cursor stays, or goes on as in `advance`."""
        before, self.filter = self.filter, shown
        count = sum(map(shown.matches, self._photos.values()))
        if not count:
            self.filter = before
            return 0
        ordered = self._in_order()
        here = ordered.index(self.at)
        if not shown.matches(self._photos[self.at]):
            following = self._first_match(ordered[here + 1 :]) or self._first_match(reversed(ordered[:here]))
            self.at = following or self.at
        self._visible_is_old = True
        return count

    def sort_by(self, sort: Sort) -> None:
        """Another order; the cursor stays on its photo."""
        self.sort = sort
        self.facts_changed()

    def _first_match(self, paths: Iterable[Path]) -> Path | None:
        return self._first(paths, self.filter.matches)

    def _first(self, paths: Iterable[Path], matches: Callable[[CullPhoto], bool]) -> Path | None:
        return next((path for path in paths if matches(self._photos[path])), None)

    def next_matching(self, matches: Callable[[CullPhoto], bool]) -> bool:
        """To the next visible photo of that kind, after the last one on from the first; false where there is no other."""
        paths, here = self._paths(), self.cursor
        following = self._first((*paths[here + 1 :], *paths[:here]), matches)
        return following is not None and self.go_to(following)

    def next_run(
        self, step: int, is_one: Callable[[CullPhoto, CullPhoto], bool], beyond: Collection[Path] = ()
    ) -> bool:
        """To the first photo of the next run of neighbours that are one; back: of this run, then of the one before. On: past the
        photos `beyond`; where nothing follows, from one that the filter no longer lets through back to one that it does.
        """
        visible, place = self.visible, self.cursor
        if step > 0:
            here = visible[place]
            while place < len(visible) and (is_one(visible[place], here) or visible[place].path in beyond):
                place += 1
            if place < len(visible):
                return self.go_to(visible[place].path)
            return bool(beyond) and self.advance()
        place = max(place - 1, 0)
        while place > 0 and is_one(visible[place - 1], visible[place]):
            place -= 1
        return self.go_to(visible[place].path)

    def _paths(self) -> list[Path]:
        if self._visible_is_old:
            self._visible = list(self._visible_now())
            self._places = {path: place for place, path in enumerate(self._visible)}
            self._visible_is_old = False
        return self._visible

    def _places_now(self) -> Mapping[Path, int]:
        self._paths()
        return self._places

    def _visible_now(self) -> Iterator[Path]:
        matches = self.filter.matches
        return (path for path in self._in_order() if path == self.at or matches(self._photos[path]))

    def _in_order(self) -> list[Path]:
        if self._order_is_old:
            self._ordered = sorted(self._photos, key=lambda path: self.sort.key(self._photos[path]))
            self._order_is_old = False
        return self._ordered
