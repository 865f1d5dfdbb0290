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
    level_only = advice.levelled_frame is not None
    if not advice.crops or advice.keep_uncropped:
        must = f" If it must be {advice.aspect}:" if advice.crops and not level_only else ""
        yield Text(
            f"  {advice.aspect:5} {LEVEL if level_only else KEEP}: {advice.reason}{must}",
            style="dim" if not advice.crops else "",
        )
    for number, crop in enumerate(() if level_only else advice.crops):
        told = advice.aspect if number == 0 and not advice.keep_uncropped else ""
        yield Text(f"  {told:5} {_crop(crop, advice)}")


def _crop(crop: Crop, advice: CropAdvice) -> str:
    cut = cut_in_words(crop, advice.turn_deg)
    if advice.keep_uncropped:
        # Who needs the shape does not ask how it compares with the frame.
        return f"{cut[0].upper()}{cut[1:]}. {' '.join(crop.reasons)}"
    frame = "levelled frame" if advice.turn_deg else "frame"
    return f"{percent(crop.score)} likely better than the {frame}; {cut}. {' '.join(crop.reasons)}"


def cut_in_words(crop: Crop, turn_deg: float) -> str:
    """What it cuts off on each side; of a crop of the turned photo how much of that it keeps, for its sides are slanted."""
    if turn_deg:
        return f"turn it {turn_in_words(turn_deg)} and keep {percent(crop.area)} of the picture"
    left, top, right, bottom = crop.box
    sides = {"left": left, "top": top, "right": 1.0 - right, "bottom": 1.0 - bottom}
    cut = ", ".join(f"{side} {percent(share)}" for side, share in sides.items() if share >= LEAST_TOLD)
    return f"cut off {cut}" if cut else "cut off nothing"
