"""How one photo that was judged might be cropped. It is opened for that, even where the catalogue knows it."""

from __future__ import annotations

from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.memory_budget import one_photo
from index.photo.read import read_photo
from index.photo.record import Asset
from scoring.crops.advise import advise_freely
from scoring.crops.crop import CropAdvice
from scoring.open_frame import face_finder, open_frame


def best_crop(photo: ScoredPhoto) -> CropAdvice | UnreadablePhoto:
    """The crops of any shape, or to keep the frame; or why the photo cannot be read any more."""
    with one_photo():
        read = read_photo(Asset(photo.record.path, photo.record.companions))
        if isinstance(read, UnreadablePhoto):
            return read
        record, rgb = read
        return advise_freely(open_frame(record, rgb, face_finder()))
