"""The photos under some paths with what is advised of them, and what people said of them here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.crop_photos import CroppedPhoto, CropRequest, crop_photos
from assist_cli.workflows.export_photos import known_photos
from assist_cli.workflows.find_photos import absolute
from assist_cli.workflows.own_overlays import is_own_overlay
from assist_cli.workflows.persons_marks import persons_marks
from index.catalog.database import open_catalog_to_read
from index.photo.files import find_assets
from index.photo.marks import CropBox, Marks
from index.photo.persons_word import PersonsWord
from index.photo.record import Asset, PhotoRecord
from scoring.ranking.advised_marks import Advice, advised_marks
from scoring.ranking.picks.choice import Decision


@dataclass(frozen=True, slots=True)
class AdvisedPhoto:
    """One photo, our advice as marks, and what people said of it here (None: nothing)."""

    record: PhotoRecord
    advised: Marks
    people: PersonsWord | None


@dataclass(frozen=True, slots=True)
class AdvisedShoot:
    """The scored photos in the order of their paths, and how many there are besides."""

    photos: Sequence[AdvisedPhoto]
    unscored: int = 0
    """Photos that are there and were never scored, or have changed since."""
    undecided: int = 0
    """Of `photos`, those on which no `pick` has decided."""


@dataclass(frozen=True, slots=True)
class AdviceRequest:
    """Which photos, how their scores are blended, and what of our advice is wanted."""

    paths: Sequence[Path]
    catalog: Path
    wanted: Set[Advice]
    weights: str | None = None
    profile: str = "auto"
    aspect: str = "free"
    """The shape of the crops, where crops are wanted."""


def advised_shoot(request: AdviceRequest, on_crop: Callable[[int], None] | None = None) -> AdvisedShoot:
    """Advice on all scored photos at `request.paths`. Crops alone open photos; `on_crop` is told how many are done.

    Raises as `known_photos`, and `AspectError`.
    """
    with known_photos(request.paths, request.catalog, request.weights, request.profile) as known:
        scores = [(photo.record, photo.score.value) for photo in known.photos]
    decisions, people = _said(request, [record for record, _ in scores])
    crops = _crops(request, on_crop) if Advice.CROPS in request.wanted else {}
    photos = [
        AdvisedPhoto(
            record,
            advised_marks(score, decisions.get(record.path), request.wanted, crops.get(record.path)),
            people.get(record.path),
        )
        for record, score in scores
    ]
    known_files = {file for record, _ in scores for file in (record.path, *record.companions)}
    found = (item.path for item in find_assets(absolute(request.paths)) if isinstance(item, Asset))
    unscored = sum(path not in known_files and not is_own_overlay(path) for path in found)
    return AdvisedShoot(photos, unscored, sum(record.path not in decisions for record, _ in scores))


def _said(
    request: AdviceRequest, records: Sequence[PhotoRecord]
) -> tuple[Mapping[Path, Decision], Mapping[Path, PersonsWord]]:
    with open_catalog_to_read(request.catalog) as catalog:
        ids = {seen.photo_id: seen.path for seen in catalog.seen_photos(absolute(request.paths))}
        decided = {ids[photo]: Decision(kept.decision) for photo, kept in catalog.decisions.of(ids).items()}
        here = catalog.people.under(absolute(request.paths))
        people = {one.path: said.word for one, said in persons_marks(records, here, catalog.people.of_pictures)}
    return decided, people


def _crops(request: AdviceRequest, on_crop: Callable[[int], None] | None) -> dict[Path, CropBox]:
    crops: dict[Path, CropBox] = {}
    for done, photo in enumerate(crop_photos(CropRequest(request.paths, [request.aspect])), start=1):
        if on_crop:
            on_crop(done)
        if isinstance(photo, CroppedPhoto) and (best := _best(photo)):
            crops[photo.path] = best
    return crops


def _best(photo: CroppedPhoto) -> CropBox | None:
    """The first crop, the levelled frame too; None where the frame is to stay as it was taken."""
    for answer in photo.answers:
        crop = answer.levelled_frame or (None if answer.keep_uncropped else answer.crops[0])
        return CropBox(*crop.box, turn_deg=answer.turn_deg) if crop else None
    return None
