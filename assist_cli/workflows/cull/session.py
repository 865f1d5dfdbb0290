"""One cull, as a screen drives it: where the cursor stands, what is shown, what a person marks and takes back.

Keys set and never toggle: the same mark again changes nothing. Each mark is in the catalogue before its method returns, so that
a crash loses none; where it could not be kept, `CatalogError` says why and nothing has changed. A second cull of the same
catalogue may run beside: see `kept_marks`; `look_again` brings in what it marked. Use a session in the thread that opened it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.workflows.cull.beside_marks import BesideMarks
from assist_cli.workflows.cull.counts import Counts, count
from assist_cli.workflows.cull.cull_photo import CullPhoto, PhotoAdvice, is_one_set
from assist_cli.workflows.cull.filters import Filter
from assist_cli.workflows.cull.kept_marks import Change, KeptMarks, Wanted, taking_back, with_mark
from assist_cli.workflows.cull.pace import Pace
from assist_cli.workflows.cull.photo_roll import PhotoRoll
from assist_cli.workflows.cull.shown_photos import PhotosAt, ShownPhotos
from assist_cli.workflows.cull.sorts import Sort
from assist_cli.workflows.cull.unsaved_marks import Unsaved
from assist_cli.workflows.file_stamps import is_gone
from index.catalog.errors import CatalogError
from index.photo.marks import NO_MARKS, ColorLabel, Flag, Mark, Marks
from index.photo.merge_marks import Value

if TYPE_CHECKING:
    from assist_cli.workflows.photo_outcome import PhotoOutcome

log = logging.getLogger(__name__)

MAX_STARS = 5


class CullSession:
    """Opened by `open_session`. `auto_advance`: whether marking the current photo goes on to the next one; `beside`: what of it all
    sidecars hold. `left`: photos whose marks an earlier cull, cut short, did not save, with those that it took away.
    """

    def __init__(
        self,
        roll: PhotoRoll,
        kept: KeptMarks,
        sort: Sort,
        left: Mapping[Path, frozenset[Mark]] | None = None,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self.auto_advance = True
        self._roll = roll
        self._kept = kept
        self._shown = ShownPhotos(roll, sort)
        self._pace = Pace(now_s)
        self._steps: list[tuple[Change, ...]] = []
        self.beside = BesideMarks(roll, kept, left or {})

    @property
    def photos(self) -> Sequence[CullPhoto]:
        """All of them, in the order in which they lie in their folders."""
        return PhotosAt(self._roll, [*self._roll])

    @property
    def visible(self) -> Sequence[CullPhoto]:
        """Those that the filter lets through, in the order of the sort; and the current one always, so never none."""
        return self._shown.visible

    @property
    def cursor(self) -> int:
        """The place of the current photo in `visible`."""
        return self._shown.cursor

    @property
    def current(self) -> CullPhoto:
        """The photo under the cursor."""
        return self._roll[self._shown.at]

    @property
    def filter(self) -> Filter:
        """What is shown."""
        return self._shown.filter

    @property
    def sort(self) -> Sort:
        """In which order."""
        return self._shown.sort

    def photo(self, file: Path) -> CullPhoto | None:
        """The photo that this is a file of."""
        return self._roll.with_file(file)

    def group_of(self, path: Path) -> Sequence[CullPhoto]:
        """The photos of its burst or other group, itself among them; alone where it is in none, or groups are not known yet."""
        return self._roll.group_of(path)

    def marked(self, path: Path) -> Marks:
        """What a person said of this photo."""
        return self._roll[path].marks

    def counts(self) -> Counts:
        """Of all photos, whatever filter is on."""
        return count(self._roll.values())

    def pace(self) -> float | None:
        """Photos marked a minute, lately; None where it cannot be told yet."""
        return self._pace.per_minute()

    def unsaved(self) -> list[Unsaved]:
        """What was marked in a cull, this one or an earlier one that was cut short, and no sidecar holds yet."""
        return self.beside.unsaved()

    # Going about; each tells whether the cursor is on another photo now

    def move(self, step: int) -> bool:
        """So many visible photos on, or back; at either end it stays there."""
        place = min(max(self.cursor + step, 0), len(self.visible) - 1)
        return self._shown.go_to(self.visible[place].path)

    def first(self) -> bool:
        """To the first visible photo."""
        return self._shown.go_to(self.visible[0].path)

    def last(self) -> bool:
        """To the last visible photo."""
        return self._shown.go_to(self.visible[-1].path)

    def go_to(self, path: Path) -> bool:
        """To this photo, if it is visible."""
        return self._shown.go_to(path)

    def next_unrated(self) -> bool:
        """To the next visible photo with neither stars nor a flag, after the last one on from the first."""
        return self._shown.next_matching(lambda photo: photo.is_unrated)

    def next_set(self, step: int, beyond: Collection[Path] = ()) -> bool:
        """To the first frame of the next moment (group, or photo alone) past these; back: of this one, then of the one before."""
        return self._shown.next_run(step, is_one_set, beyond)

    def set_filter(self, shown: Filter) -> int:
        """How many photos match. Where none does, the filter stays as it was; a current photo that does not match gives way to
        the next one that does, at the end to the one before.
        """
        return self._shown.show(shown)

    def set_sort(self, sort: Sort) -> None:
        """Another order; the cursor stays on its photo."""
        self._shown.sort_by(sort)

    # Marking; of the current photo unless `on` names another. What was no change gives ()

    def set_rating(self, stars: int, *, on: Path | None = None, stay: bool = False) -> tuple[Change, ...]:
        """0 to 5 stars. With `stay`, or on another photo, the cursor stays. Raises `CatalogError`, `ValueError`."""
        if not 0 <= stars <= MAX_STARS:
            raise ValueError(f"there are 0 to {MAX_STARS} stars, not {stars}")
        return self._mark(Mark.RATING, stars, on, stay=stay)

    def set_flag(self, flag: Flag, *, on: Path | None = None, stay: bool = False) -> tuple[Change, ...]:
        """Pick, reject, or neither. Otherwise as `set_rating`."""
        return self._mark(Mark.FLAG, flag, on, stay=stay)

    def set_label(self, label: ColorLabel | None, *, on: Path | None = None, stay: bool = False) -> tuple[Change, ...]:
        """This colour alone, or none. Otherwise as `set_rating`."""
        return self._mark(Mark.LABELS, () if label is None else (label.value,), on, stay=stay)

    def set_flags(self, flags: Mapping[Path, Flag]) -> tuple[Change, ...]:
        """Several at once, all or none, taken back by one `undo`; the cursor stays. Raises `CatalogError`."""
        return self._change([Wanted(self._roll[path], Mark.FLAG, flag) for path, flag in flags.items()])

    def undo(self) -> tuple[Change, ...]:
        """Takes back the last change, of the whole session; goes to its photo, if that is visible. () where there is none. Raises
        `CatalogError`; the change then stays, and may be tried again.
        """
        if not self._steps:
            return ()
        is_written = self.beside.is_written
        back = [taking_back(one, self._roll[one.path], is_written) for one in reversed(self._steps[-1])]
        self._took(self._kept.change(back))
        undone = self._steps.pop()
        self.beside.note_taken_back({one.path for one in undone})
        self._shown.go_to(undone[0].path)
        return undone

    def _mark(self, mark: Mark, value: Value, on: Path | None, *, stay: bool) -> tuple[Change, ...]:
        photo = self.current if on is None else self._roll[on]
        changes = self._change([Wanted(photo, mark, value, is_cleared=value == ())])
        if photo.path == self._shown.at and self.auto_advance and not stay:
            self._shown.advance()
        return changes

    def _change(self, wanted: Sequence[Wanted]) -> tuple[Change, ...]:
        changes = self._kept.change(wanted)
        if changes:
            self._steps.append(changes)
            self._took(changes)
        for one in changes:
            self._pace.marked(one.path)
        return changes

    def _took(self, changes: Iterable[Change]) -> None:
        for one in changes:
            photo = self._roll[one.path]
            self.beside.touched(photo)
            self._roll.put(replace(photo, marks=with_mark(photo.marks, one.mark, one.after)))
        self._shown.marks_changed()

    # News from elsewhere; the cursor stays on its photo whatever comes

    def take_in(self, outcomes: Iterable[PhotoOutcome]) -> list[CullPhoto]:
        """Scores that arrived; the photos of which something is new."""
        news = [photo for outcome in outcomes if (photo := self._roll.learn(outcome))]
        for photo in news:
            self._name_picture(photo)
        if news:
            self._shown.facts_changed()
        return news

    def take_in_advice(self, advice: Mapping[Path, PhotoAdvice]) -> list[CullPhoto]:
        """Groups and decisions that were made; the photos of which something is new."""
        news = self._roll.advise(advice)
        self._shown.facts_changed()
        return news

    def look_again(self) -> list[CullPhoto]:
        """Reads people's marks anew: what another cull, or `sidecars read`, brought since. Raises `CatalogError`.

        A photo that was moved away keeps its marks here, as it does there: nobody took them from it.
        """
        said = self._kept.of([*self._roll.values()], {path.parent for path in self._roll})
        marks = {path: said[path].marks if path in said else NO_MARKS for path in self._roll}
        changed = [photo for path, photo in self._roll.items() if marks[path] != photo.marks]
        news = [photo for photo in changed if photo.path in said or not is_gone(photo.path)]
        for photo in news:
            self._roll.put(replace(photo, marks=marks[photo.path]))
        self._shown.marks_changed()
        return news

    def note_saved(self, saved: Iterable[Unsaved]) -> None:
        """These are in sidecars now, as they were when `unsaved` told them. Raises `CatalogError`."""
        self.beside.note_saved(saved)

    def _name_picture(self, photo: CullPhoto) -> None:
        if photo.asset_id and photo.marks != NO_MARKS:
            try:
                self._kept.picture_known(photo, photo.asset_id)
            except CatalogError as error:
                # Its marks are kept under its name; the next mark, or the next cull, tries again.
                log.info("the picture of %s was not noted: %s", photo.path, error)
