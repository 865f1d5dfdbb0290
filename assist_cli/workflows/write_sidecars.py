"""Writes marks beside photos: planned folder by folder, merged with what stands there, through the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from assist_cli.workflows.advised_photos import AdvisedPhoto, AdvisedShoot
from assist_cli.workflows.find_photos import absolute
from assist_cli.workflows.marked_places import MarkedFiles, Past, marked_files
from assist_cli.workflows.plan_sidecars import PlannedPhoto, PlannedSidecar, plan_photo
from assist_cli.workflows.wished_marks import OPINION, wished_marks
from index.journal.database import Journal, journal_path, open_journal, open_journal_to_read
from index.journal.entries import PlannedWrite, Run
from index.journal.errors import MissingJournalError
from index.journal.write_files import WriteResult, write_all
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import FolderListing, list_folder
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.safe_file.errors import SafeFileError
from index.photo.sidecar import NoPlace, places_for
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


@dataclass
class WrittenShoot:
    """What became of all photos; `run` is None where nothing was written."""

    photos: list[PlannedPhoto] = field(default_factory=list)
    failed: dict[Path, SafeFileError] = field(default_factory=dict)
    """By sidecar: why it was left as it is after all."""
    unread: list[UnreadablePhoto] = field(default_factory=list)
    """Folders that cannot be listed."""
    run: Run | None = None

    @property
    def has_trouble(self) -> bool:
        """Whether something was to be written and could not be."""
        return bool(self.failed or self.unread or any(photo.unreadable for photo in self.photos))


OnPhoto = Callable[[int], None]


def plan_shoot(request: WriteRequest, shoot: AdvisedShoot, on_photo: OnPhoto) -> WrittenShoot:
    """What `write_shoot` would do now; nothing is written. Raises `JournalError`."""
    outcome = WrittenShoot()
    with _known_journal(request.catalog) as journal:
        for planned in _folders(request, shoot, journal, outcome):
            outcome.photos += planned
            on_photo(len(outcome.photos))
    return outcome


def write_shoot(request: WriteRequest, shoot: AdvisedShoot, on_photo: OnPhoto) -> WrittenShoot:
    """Writes the sidecars of `shoot`; what cannot be written is told and stops no other. Raises `JournalError`."""
    outcome = WrittenShoot()
    with open_journal(journal_path(request.catalog)) as journal:
        for planned in _folders(request, shoot, journal, outcome):
            writes = [write for photo in planned for sidecar in photo.sidecars for write in _noted(sidecar, request)]
            if writes:
                outcome.run = outcome.run or journal.begin(request.command)
                write_all(journal, outcome.run, writes, lambda result: _note(result, outcome))
            outcome.photos += planned
            on_photo(len(outcome.photos))
    return outcome


@contextmanager
def _known_journal(catalog: Path) -> Iterator[Journal | None]:
    """The journal, if there is one, without making or changing it."""
    try:
        journal = open_journal_to_read(journal_path(catalog))
    except MissingJournalError:
        yield None
        return
    with journal:
        yield journal


def _folders(
    request: WriteRequest, shoot: AdvisedShoot, journal: Journal | None, outcome: WrittenShoot
) -> Iterator[list[PlannedPhoto]]:
    """The plans, folder by folder, so that no more is held at once."""
    tree = [path if path.is_dir() else path.parent for path in absolute(request.paths)]
    for folder, photos in groupby(shoot.photos, key=lambda photo: photo.record.path.parent):
        listing = list_folder(folder)
        if isinstance(listing, UnreadablePhoto):
            outcome.unread.append(listing)
        else:
            yield _planned(list(photos), listing, [*tree, folder], request, journal)


def _planned(
    photos: Sequence[AdvisedPhoto],
    listing: FolderListing,
    tree: Sequence[Path],
    request: WriteRequest,
    journal: Journal | None,
) -> list[PlannedPhoto]:
    marked = [_marked(photo, listing, tree) for photo in photos]
    past = _past(journal, marked, request.style, listing)
    plans: list[PlannedPhoto] = []
    for photo, one in zip(photos, marked, strict=True):
        stated = [place.stated(past) for place in one.places]
        wishes = wished_marks(photo.people, photo.advised, stated, request.wanted, photo.cleared)
        plan = plan_photo(one, wishes, request.style, listing, past, tree)
        left_out = photo.advised.said() & OPINION - wishes.marks.keys() if photo.people is None else frozenset()
        plans.append(replace(plan, is_persons=bool(left_out)))
    return plans


def _past(journal: Journal | None, marked: Sequence[MarkedFiles], style: Style, listing: FolderListing) -> Past:
    """What the journal knows of the sidecars that are there, and of those that would be made."""
    if journal is None:
        return Past({}, {})
    sidecars = {place.path for one in marked for place in one.places}
    for one in marked:
        sidecars |= {place.path for place in places_for(one.files, style, listing) if not isinstance(place, NoPlace)}
    return Past(journal.known(sidecars), journal.bases(sidecars))


def _marked(photo: AdvisedPhoto, listing: FolderListing, tree: Sequence[Path]) -> MarkedFiles:
    record = photo.record
    files = [file for file in (record.path, *record.companions) if listing.spelled(file.name)]
    return marked_files(files, listing, tree, PhotoLies(record.exif.orientation, record.size_px))


def _noted(sidecar: PlannedSidecar, request: WriteRequest) -> Iterator[PlannedWrite]:
    """The write as the journal keeps it; nothing where nothing changes."""
    edited, now = sidecar.edited, sidecar.place.now
    if edited is None:
        return
    before, after = sidecar.noted_marks
    yield PlannedWrite(
        sidecar.path,
        sidecar.place.place.photo,
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
    )


def _note(result: WriteResult, outcome: WrittenShoot) -> None:
    if result.error is not None:
        outcome.failed[result.planned.path] = result.error
