"""Crops for people: a photo, its best crop of each shape in words, and the others below it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from assist_cli.render.plain_text import printable
from assist_cli.workflows.crop_photos import CroppedPhoto
from scoring.crops.crop import Crop, CropAdvice
from scoring.crops.levelling import turn_in_words
from scoring.percent import percent

KEEP, LEVEL = "keep the frame", "level the frame"
LEAST_TOLD = 0.005
"""Less of a side rounds to nothing."""


def crop_lines(photo: CroppedPhoto) -> Iterator[Text]:
    """The photo's name, then one line or more a shape."""
    yield Text(printable(photo.path.name), style="bold")
    for advice in photo.answers:
        yield from _advice(advice)
    if photo.straighten_deg:
        yield Text(f"  turn it {turn_in_words(photo.straighten_deg)} first: {photo.tilt.reason}")


def _advice(advice: CropAdvice) -> Iterator[Text]:
    if not advice.crops or advice.keep_uncropped:
        word = KEEP if advice.levelled_frame is None else LEVEL
        yield Text(f"  {advice.aspect:5} {word}: {advice.reason}", style="dim" if not advice.crops else "")
    for number, crop in enumerate(advice.crops if advice.levelled_frame is None else ()):
        told = advice.aspect if number == 0 and not advice.keep_uncropped else ""
        yield Text(f"  {told:5} {crop_in_words(crop, advice.turn_deg)}")


def crop_in_words(crop: Crop, turn_deg: float = 0.0) -> str:
    """How likely it is better, what it cuts off or keeps, and why."""
    cut = f"turned, it keeps {percent(crop.area)} of the picture" if turn_deg else f"cut off: {_cut(crop)}"
    return f"{percent(crop.score)} likely better than the frame; {cut}. {' '.join(crop.reasons)}"


def _cut(crop: Crop) -> str:
    left, top, right, bottom = crop.box
    sides = {"left": left, "top": top, "right": 1.0 - right, "bottom": 1.0 - bottom}
    return ", ".join(f"{side} {percent(share)}" for side, share in sides.items() if share >= LEAST_TOLD) or "nothing"
