"""One photo, from the catalogue if it is unchanged, else judged now. Nothing is written anywhere."""

from __future__ import annotations

from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.settings import Settings
from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.find_photos import absolute, find_photos, frames_asked_for
from assist_cli.workflows.judging_pool import JudgingPool, Task
from assist_cli.workflows.known_photos import KnownPhotos
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto
from assist_cli.workflows.stored_outcome import from_judgement, from_store, weights_stamp
from index.catalog.database import open_catalog_to_read
from index.catalog.errors import MissingCatalogError
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from index.photo.same_frame import frames_of
from scoring.ranking.profile import Profile, load_profile


def show_photo(photo: Path, settings: Settings) -> PhotoOutcome:
    """What we know of `photo`; raises `BadRequestError` when it is a folder or does not exist, and `CatalogError`."""
    if photo.is_dir():
        raise BadRequestError(f"{photo} is a folder", "name one photo, or use: assist score")
    found = find_photos([photo])[0]
    if isinstance(found, UnreadablePhoto):
        return found
    (frame,) = frames_asked_for(frames_of(found), absolute([photo]))[:1]
    profile = load_profile()
    return _known(frame, settings.catalog, profile) or _judged(frame, settings.device, profile)


def _known(asset: Asset, catalog_path: Path, profile: Profile) -> ScoredPhoto | None:
    try:
        with open_catalog_to_read(catalog_path) as catalog:
            recognised = KnownPhotos(catalog, weights_stamp()).recognised(asset, stamp_files(asset))
    except MissingCatalogError:
        return None
    return from_store(recognised.photo, profile) if recognised else None


def _judged(asset: Asset, device: str, profile: Profile) -> PhotoOutcome:
    # Imported for the photo that needs it: what the catalogue knows is shown without a network or a decoder.
    from scoring.judge import open_judge

    pool = JudgingPool(open_judge(device).judge, workers=1)
    try:
        pool.submit(Task(0, asset, ()))
        ((_task, verdict),) = pool.finished(wait_s=None)
    finally:
        pool.close()
    return verdict if isinstance(verdict, UnreadablePhoto) else from_judgement(verdict, profile)
