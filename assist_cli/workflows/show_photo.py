"""One photo, from the catalogue if it is unchanged, else judged now. Nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.failures import BadRequestError
from assist_cli.settings import Settings
from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.find_photos import absolute, find_photos, frames_asked_for
from assist_cli.workflows.judging_pool import JudgingPool, Task
from assist_cli.workflows.known_photos import KnownPhotos
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.rating_weights import rating_told, still_exist, weights_stamp
from assist_cli.workflows.stored_outcome import current_assessments, from_judgement, from_store, fully_assessed
from index.catalog.database import open_catalog_to_read
from index.catalog.errors import MissingCatalogError
from index.catalog.stored import StoredPhoto, StoredRating
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from index.photo.same_frame import frames_of
from scoring.assessment import Assessment
from scoring.ranking.profile import AUTO
from weights.registry import DEFAULT_RATING_WEIGHTS

if TYPE_CHECKING:
    from scoring.judge import Judgement


def show_photo(photo: Path, settings: Settings, weights: str | None = None, profile_name: str = AUTO) -> PhotoOutcome:
    """What we know of `photo` by the weights called `weights`; without a name by the default ones, or by others that
    are here and rated it.

    Raises `BadRequestError` when it is a folder or does not exist, `WeightsError`, `ProfileError`, and `CatalogError`.
    """
    profile = profile_called(profile_name)
    stamp = weights_stamp(weights) if weights else None
    if photo.is_dir():
        raise BadRequestError(f"{photo} is a folder", "name one photo, or use: assist score")
    found = find_photos([photo])[0]
    if isinstance(found, UnreadablePhoto):
        return found
    (frame,) = frames_asked_for(frames_of(found), absolute([photo]))[:1]
    stored = _known(frame, settings.catalog)
    if stored and (rating := _rating(stored, stamp)) and fully_assessed(stored):
        return from_store(stored, rating, profile)
    known = current_assessments(stored) if stored else {}
    judged = _judged(frame, settings.device, weights or DEFAULT_RATING_WEIGHTS, known)
    return judged if isinstance(judged, UnreadablePhoto) else from_judgement(judged, profile)


def _known(asset: Asset, catalog_path: Path) -> StoredPhoto | None:
    try:
        with open_catalog_to_read(catalog_path) as catalog:
            recognised = KnownPhotos(catalog).recognised(asset, stamp_files(asset))
    except MissingCatalogError:
        return None
    return recognised.photo if recognised else None


def _rating(stored: StoredPhoto, stamp: str | None) -> StoredRating | None:
    rating = rating_told(stored, stamp, weights_stamp())
    return rating if rating and still_exist(rating.weights) else None


def _judged(asset: Asset, device: str, weights: str, known: Mapping[str, Assessment]) -> Judgement | UnreadablePhoto:
    # Imported for the photo that needs it: what the catalogue knows is shown without a network or a decoder.
    from scoring.judge import open_judge

    pool = JudgingPool(open_judge(device, weights).judge, workers=1)
    try:
        pool.submit(Task(0, asset, (), known))
        ((_task, verdict),) = pool.finished(wait_s=None)
    finally:
        pool.close()
    return verdict
