"""Writes marks beside photos: planned folder by folder, merged with what stands there, through the journal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from pathlib import Path

from assist_cli.workflows.advised_photos import AdvisedPhoto, AdvisedShoot
from assist_cli.workflows.find_photos import named_trees
from assist_cli.workflows.journal_as_it_is import journal_as_it_is
from assist_cli.workflows.marked_places import UnreadableSidecar, marked_files
from assist_cli.workflows.past_marks import past_marks
from assist_cli.workflows.plan_sidecars import PhotoPlaces, PlannedPhoto, PlannedSidecar, places_of, plan_photo
from assist_cli.workflows.wished_marks import OPINION, wished_marks
from index.journal.database import Journal
from index.journal.entries import PlannedWrite, Run
from index.journal.journal_path import journal_path
from index.journal.open_run import OpenRun
from index.journal.write_files import FILES_AT_ONCE, WriteResult, write_all
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.folder_listing import FolderListing, list_folder
from index.photo.mark_fields.place_file import PhotoLies, added_properties
from index.photo.safe_file.errors import SafeFileError
from index.photo.safe_file.links import real_trees
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import Advice


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """Where the journal is found, which sidecars are written, and what of our advice a person wants."""

    paths: Sequence[Path]
    catalog: Path
    style: Style
    wanted: frozenset[Advice]
    command: str
    """As the journal tells it."""
    keep_times: bool = False
    remakes: bool = False
    """Whether sidecars that somebody deleted are made again: only where a person was asked about these photos."""


@dataclass
class WrittenShoot:
    """What became of all photos; `run` is None where nothing was written."""

    photos: list[PlannedPhoto] = field(default_factory=list)
    failed: dict[Path, SafeFileError] = field(default_factory=dict)
    """By sidecar: why it was left as it is after all."""
    unread: list[UnreadablePhoto] = field(default_factory=list)
    """Folders that cannot be listed, and photos that went meanwhile."""
    run: Run | None = None
    is_last_run: bool = True
    """Whether `assist undo --last` means this run: no later one has written anything that still stands."""
    diffs: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    """By sidecar, what would change in it, line by line; only of a plan."""

    @property
    def written(self) -> int:
        """How many sidecars were written."""
        edited = sum(sidecar.edited is not None for photo in self.photos for sidecar in photo.sidecars)
        return edited - len(self.failed)

    @property
    def has_trouble(self) -> bool:
        """Whether something was to be written and could not be."""
        return bool(self.failed or self.unread or any(photo.unreadable for photo in self.photos))


OnPhoto = Callable[[int], None]
DiffOf = Callable[[PlannedSidecar], Iterable[str]]


def plan_shoot(
    request: WriteRequest, shoot: AdvisedShoot, on_photo: OnPhoto, diff_of: DiffOf = lambda _sidecar: ()
) -> WrittenShoot:
    """What `write_shoot` would do now; nothing is written. Raises `JournalError`."""
    outcome = WrittenShoot()
    with journal_as_it_is(request.catalog) as journal:
        for batch in _batches(request, shoot, journal, outcome):
            changed = (sidecar for one in batch for sidecar in one.plan.sidecars if sidecar.edited)
            outcome.diffs |= {sidecar.path: tuple(diff_of(sidecar)) for sidecar in changed}
            _told(batch, outcome, on_photo)
    return outcome


def write_shoot(
    request: WriteRequest, shoot: AdvisedShoot, on_photo: OnPhoto, session: OpenRun | None = None
) -> WrittenShoot:
    """Writes the sidecars of `shoot`; what cannot be written is told and stops no other. Raises `JournalError`.

    It is a run of its own in the journal, unless a `session` is given to whose run it is added.
    """
    outcome = WrittenShoot()
    with ExitStack() as held:
        run = session or held.enter_context(OpenRun(journal_path(request.catalog), request.command))
        journal = held.enter_context(run.journal())
        for batch in _batches(request, shoot, journal, outcome):
            writes = [write for one in batch for write in _noted(one, request)]
            if writes:
                outcome.run = outcome.run or run.begun(journal)
                write_all(journal, outcome.run, writes, lambda result: _note(result, outcome))
            _told(batch, outcome, on_photo)
        outcome.is_last_run = outcome.run is None or journal.last_run() == outcome.run
    return outcome


@dataclass(frozen=True, slots=True)
class _Planned:
    """One photo, and what becomes of its sidecars."""

    asset_id: str
    plan: PlannedPhoto


def _told(batch: Sequence[_Planned], outcome: WrittenShoot, on_photo: OnPhoto) -> None:
    outcome.photos += [one.plan.without_bytes() for one in batch]
    on_photo(len(outcome.photos))


def _batches(
    request: WriteRequest, shoot: AdvisedShoot, journal: Journal | None, outcome: WrittenShoot
) -> Iterator[list[_Planned]]:
    """The plans, a few photos of one folder at a time, so that no more bytes are held at once."""
    trees = named_trees(request.paths)
    claimed: dict[Path, Path] = {}
    for folder, photos in groupby(shoot.photos, key=lambda photo: photo.record.path.parent):
        listing = list_folder(folder)
        if isinstance(listing, UnreadablePhoto):
            outcome.unread.append(listing)
            continue
        there = (photo for photo in photos if _is_there(photo, outcome))
        tree = (*real_trees([folder]), *trees)  # its own first, where nearly every sidecar lies
        while batch := list(islice(there, FILES_AT_ONCE)):
            plans = _planned(batch, [_places(photo, listing, tree, request.style) for photo in batch], request, journal)
            yield [
                _Planned(photo.record.asset_id, _without_claimed(plan, claimed))
                for photo, plan in zip(batch, plans, strict=True)
            ]


def _planned(
    photos: Sequence[AdvisedPhoto], places: Sequence[PhotoPlaces], request: WriteRequest, journal: Journal | None
) -> list[PlannedPhoto]:
    past = past_marks(journal, (place for one in places for place in one.all))
    plans: list[PlannedPhoto] = []
    for photo, one in zip(photos, places, strict=True):
        stated = [place.stated(past) for place in one.that_speak]
        wishes = wished_marks(photo.people, photo.advised, stated, request.wanted)
        judged_here = photo.people is not None and photo.people.told() & OPINION
        left_out = photo.advised.said() & OPINION - wishes.marks.keys()
        plans.append(
            replace(
                plan_photo(one, wishes, past, remakes=request.remakes), is_persons=bool(left_out and not judged_here)
            )
        )
    return plans


def _places(photo: AdvisedPhoto, listing: FolderListing, tree: Sequence[Path], style: Style) -> PhotoPlaces:
    lies = PhotoLies(photo.record.exif.orientation, photo.record.size_px)
    return places_of(marked_files(_files(photo), listing, tree, lies), style, listing, tree)


def _files(photo: AdvisedPhoto) -> list[Path]:
    return [file for file in (photo.record.path, *photo.record.companions) if os.path.lexists(file)]


def _is_there(photo: AdvisedPhoto, outcome: WrittenShoot) -> bool:
    if _files(photo):
        return True
    outcome.unread.append(UnreadablePhoto(photo.record.path, FailureKind.MISSING, "the file went away just now"))
    return False


def _without_claimed(photo: PlannedPhoto, claimed: dict[Path, Path]) -> PlannedPhoto:
    """Less the sidecars that are another photo's too, because links lead from both to one file: they are left alone."""
    shared = [one for one in photo.sidecars if claimed.setdefault(one.path, photo.photo) != photo.photo]
    if not shared:
        return photo
    trouble = (
        UnreadableSidecar(
            one.path,
            f"links lead to it from {photo.photo.name} and from {claimed[one.path].name}, so that it is the sidecar of both",
            "replace one of the links by a file of its own",
        )
        for one in shared
    )
    kept = tuple(one for one in photo.sidecars if one not in shared)
    return replace(photo, sidecars=kept, unreadable=(*photo.unreadable, *trouble))


def _noted(planned: _Planned, request: WriteRequest) -> Iterator[PlannedWrite]:
    """The writes as the journal keeps them; none where nothing changes."""
    for sidecar in planned.plan.sidecars:
        edited, now, place = sidecar.edited, sidecar.place.now, sidecar.place.place
        if edited is None:
            continue
        before, after = sidecar.noted_marks
        yield PlannedWrite(
            sidecar.path,
            place.photo,
            None if now is None else now.data,
            edited.data,
            edited.splices,
            marks_before=before,
            marks_after=after,
            changed=sidecar.written,
            people=sidecar.people,
            mode=None if now is None else now.mode,
            mtime_ns=None if now is None else now.mtime_ns,
            restores_mtime_ns=now.mtime_ns if request.keep_times and now is not None else None,
            place=place.place,
            added=added_properties(place.place, None if now is None else now.data, edited.data),
            asset_id=planned.asset_id,
        )


def _note(result: WriteResult, outcome: WrittenShoot) -> None:
    if result.error is not None:
        outcome.failed[result.planned.path] = result.error
