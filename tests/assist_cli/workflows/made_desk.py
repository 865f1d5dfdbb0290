"""A photographer's desk: photos that are scored, editors that mark them, and us. No photo is judged, so it is quick."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from assist_cli.render.sidecar_diff import diff_lines
from assist_cli.workflows.advised_photos import AdviceRequest, AdvisedShoot, advised_shoot
from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.prefer import Prefer
from assist_cli.workflows.rating_weights import weights_stamp
from assist_cli.workflows.read_sidecars import ReadRequest, ReadShoot, read_shoot
from assist_cli.workflows.undo_run import run_to_undo, undo_run
from assist_cli.workflows.write_sidecars import WriteRequest, WrittenShoot, plan_shoot, write_shoot
from index.catalog.database import open_catalog
from index.catalog.decisions import StoredDecision
from index.catalog.people_marks import PersonsMarks
from index.catalog.stored import StoredPhoto, StoredRating
from index.journal.carry_out import Undone
from index.photo.mark_fields.changes import Change
from index.photo.mark_fields.place_file import PhotoLies, changed_file, marks_in, read_facts
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.record import Asset, ExifFacts, PhotoRecord, PixelSource
from index.photo.sidecar_place import Place, Style
from scoring.ranking.advised_marks import USUAL_ADVICE, Advice
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.made_sidecars import photo as made_photo

SIZE_PX = (6000, 4000)
LIES = PhotoLies(1, SIZE_PX)
RATING_DIST = (0.0, 0.01, 0.03, 0.10, 0.21, 0.28, 0.22, 0.11, 0.03, 0.01)
Advised = Marks | Mapping[str, Marks] | None


class Desk:
    """One folder of photos, a catalogue and a journal."""

    def __init__(self, folder: Path, catalog: Path | None = None) -> None:
        self.folder = folder / "desk"
        self.folder.mkdir(parents=True)
        self.catalog = catalog or folder / "notes" / "catalog.db"

    def photo(self, name: str, *companions: str, decision: Decision | None = None, **inside: str) -> Path:
        """Makes a photo and the files of its pair, and scores it; `inside`: the marks inside it."""
        files = [made_photo(self.folder / one, **(inside if one == name else {})) for one in (name, *companions)]
        self.score(*files, decision=decision)
        return files[0]

    def score(self, *files: Path, picture: str = "", decision: Decision | None = None) -> None:
        """Stores a photo as judged; `picture`: what it is known by, by default its name."""
        exif = ExifFacts("Canon EOS R5", None, None, 100, 2.8, 0.01, 0.0, 50.0, 1)
        asset_id = hashlib.sha256(os.fsencode(picture or files[0].name)).hexdigest()[:32]
        record = PhotoRecord(files[0], asset_id, SIZE_PX, exif, PixelSource.EMBEDDED_PREVIEW, files[1:])
        stamps = stamp_files(Asset(files[0], files[1:]))
        stored = StoredPhoto(record, stamps, (StoredRating(weights_stamp(), RATING_DIST),))
        with open_catalog(self.catalog) as catalog:
            catalog.store([stored])
            if decision:
                (seen,) = catalog.seen_photos([files[0]])
                kept = StoredDecision(decision.value, None, 1, (), datetime.now(UTC))
                catalog.decisions.store([(seen.photo_id, kept)])

    def sidecar(self, name: str, place: Place, **changes: Change) -> Path:
        """An editor changes marks in a sidecar, which it makes where there is none; fields as in `Marks`."""
        path = self.folder / name
        before = path.read_bytes() if path.exists() else None
        told = {Mark(mark): value for mark, value in changes.items()}
        after = changed_file(place, before, told, read_facts(place, before, LIES), LIES).data
        if after:
            path.write_bytes(after)
        return path

    def darktable(self, name: str, **changes: Change) -> Path:
        """As `sidecar`, in `IMG.CR3.xmp`."""
        return self.sidecar(name, Place.DARKTABLE, **changes)

    def adobe(self, name: str, **changes: Change) -> Path:
        """As `sidecar`, in `IMG.xmp`."""
        return self.sidecar(name, Place.ADOBE, **changes)

    def marks(self, name: str, place: Place | None = None) -> Marks:
        """What a sidecar says, whoever wrote it; nothing where there is none."""
        path = self.folder / name
        if not path.exists():
            return NO_MARKS
        place = place or (Place.DARKTABLE if Path(path.stem).suffix else Place.ADOBE)
        return marks_in(place, read_facts(place, path.read_bytes(), LIES), LIES)

    def shoot(self, advised: Advised = None, paths: Sequence[Path] = ()) -> AdvisedShoot:
        """What is known of the photos, with this advice: on all, or by name; without any, as we would advise."""
        known = advised_shoot(AdviceRequest(paths or [self.folder], self.catalog, USUAL_ADVICE))
        if advised is None:
            return known
        by_name = {photo.record.path.name: advised for photo in known.photos} if isinstance(advised, Marks) else advised
        photos = [replace(photo, advised=by_name.get(photo.record.path.name, NO_MARKS)) for photo in known.photos]
        return replace(known, photos=photos)

    def request(
        self,
        style: Style = Style.BOTH,
        wanted: frozenset[Advice] = USUAL_ADVICE,
        paths: Sequence[Path] = (),
        *,
        keep_times: bool = False,
    ) -> WriteRequest:
        return WriteRequest(paths or [self.folder], self.catalog, style, wanted, "assist sidecars write", keep_times)

    def write(self, advised: Advised = None, style: Style = Style.BOTH, **request: object) -> WrittenShoot:
        """We write this advice, and what people said here."""
        asked = self.request(style, **request)
        return write_shoot(asked, self.shoot(advised, asked.paths), lambda _done: None)

    def plan(self, advised: Advised = None, style: Style = Style.BOTH, **request: object) -> WrittenShoot:
        """What `write` would do."""
        asked = self.request(style, **request)
        return plan_shoot(asked, self.shoot(advised, asked.paths), lambda _done: None, diff_lines)

    def read(self, prefer: Prefer | None = None, *, dry_run: bool = False) -> ReadShoot:
        """We take in what people said in the sidecars."""
        return read_shoot(ReadRequest([self.folder], self.catalog, prefer, dry_run), lambda _done: None)

    def undo(self, run: str | None = None) -> Undone:
        """Takes back the run of that name, or the last one."""
        with run_to_undo(self.catalog, run) as (journal, found):
            return undo_run(self.catalog, journal, found, "assist undo", lambda _step: None)

    def here(self, name: str) -> PersonsWord:
        """What people said of a photo, as the catalogue has it."""
        with open_catalog(self.catalog) as catalog:
            found = catalog.people.under([self.folder / name])
        return found[self.folder / name].word if found else NOTHING_SAID

    def says_here(self, name: str, marks: Marks) -> None:
        """A person marks a photo in the catalogue."""
        with open_catalog(self.catalog) as catalog:
            catalog.people.store([PersonsMarks(self.folder / name, "", marks, "cull", datetime.now(UTC))])

    def files(self) -> dict[Path, bytes]:
        """Everything on the desk, the catalogue and the journal too."""
        return {path: path.read_bytes() for path in sorted(self.folder.parent.rglob("*")) if path.is_file()}
