"""Crops for people: a photo, its best crop of each shape in words, and the others below it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from assist_cli.render.plain_text import printable
from assist_cli.workflows.crop_photos import CroppedPhoto
from scoring.crops.crop import Crop, CropAdvice
from scoring.percent import percent

KEEP = "keep the frame"
LEAST_TOLD = 0.005
"""Less of a side rounds to nothing."""


def crop_lines(photo: CroppedPhoto) -> Iterator[Text]:
    """The photo's name, then one line or more a shape."""
    yield Text(printable(photo.path.name), style="bold")
    for advice in photo.answers:
        yield from _advice(advice)
    if photo.straighten_deg:
        turn = f"{abs(photo.straighten_deg):.1f}° {'clockwise' if photo.straighten_deg > 0 else 'counterclockwise'}"
        yield Text(f"  turn it {turn}: {photo.tilt.reason}")


def _advice(advice: CropAdvice) -> Iterator[Text]:
    if not advice.crops or advice.keep_uncropped:
        yield Text(f"  {advice.aspect:5} {KEEP}: {advice.reason}", style="dim" if not advice.crops else "")
    for number, crop in enumerate(advice.crops):
        yield Text(f"  {advice.aspect if number == 0 and not advice.keep_uncropped else '':5} {_crop(crop)}")


def _crop(crop: Crop) -> str:
    left, top, right, bottom = crop.box
    sides = {"left": left, "top": top, "right": 1.0 - right, "bottom": 1.0 - bottom}
    cut = ", ".join(f"{side} {percent(share)}" for side, share in sides.items() if share >= LEAST_TOLD)
    return f"{percent(crop.score)} likely better than the frame; cut off: {cut}. {' '.join(crop.reasons)}"
