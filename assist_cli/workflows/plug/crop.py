"""`crop`: how each photo may be cropped, or that it is best as it was taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from assist_cli.workflows.apply_crops import is_wanted
from assist_cli.workflows.crop_photos import CroppedPhoto, CropRequest, crop_photos
from assist_cli.workflows.plug.plug_desk import Answered, Asked, PlugDesk, files_of
from assist_cli.workflows.plug.trouble import unread
from index.photo.errors import UnreadablePhoto
from plugins.hearing import PlugProgress
from plugins.protocol import PlugCrop, PlugResult
from scoring.crops.crop import CropAdvice


def crop(asked: Asked, _desk: PlugDesk) -> Iterator[Answered]:
    """Every photo with the best crop of one shape; each is opened for that. Raises as `crop_photos`, and `Cancelled`."""
    total = len(asked.names)
    with closing(crop_photos(CropRequest(asked.paths, [asked.options.aspect]))) as cropped:
        for done, photo in enumerate(cropped, start=1):
            yield unread(photo) if isinstance(photo, UnreadablePhoto) else _cropped(photo, asked)
            asked.hear(PlugProgress(done, total, f"{done} of {total} looked at"))


def _cropped(photo: CroppedPhoto, asked: Asked) -> Answered:
    (advice,) = photo.answers
    record = photo.record
    box, why = _best(advice, record.size_px)
    result = PlugResult(
        asked.name_of(record),
        crop=box,
        keep_uncropped=box is None,
        orientation=record.exif.orientation,
        size_px=record.size_px,
        why=why,
    )
    return Answered(files_of(record), result, record)


def _best(advice: CropAdvice, size_px: tuple[int, int]) -> tuple[PlugCrop | None, str]:
    """The first crop, or the levelled frame; nothing where the frame is to stay as it was taken. As with `crop --apply-to`, a shape
    that was named is cropped to even where the frame is as good.
    """
    if not is_wanted(advice, size_px):
        return None, advice.reason
    best = advice.crops[0]
    return PlugCrop(best.box, advice.turn_deg, advice.aspect), advice.reason or " ".join(best.reasons)
