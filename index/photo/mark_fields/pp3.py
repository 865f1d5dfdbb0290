"""Marks in RawTherapee's profiles, `IMG.CR3.pp3`: rank, colour, trash, crop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.photo.mark_fields.changes import Changes, crop_wanted, flag_wanted, labels_wanted, stars_wanted
from index.photo.mark_fields.labels import RAWTHERAPEE, first_number
from index.photo.mark_fields.pp3_lines import Place, Pp3Lines, pp3_lines, pp3_splices
from index.photo.mark_fields.rating import parsed_number, parsed_rating
from index.photo.mark_fields.refused import MarkRefusedError
from index.photo.marks import CropBox, Flag, Mark, Marks
from index.photo.xmp_edit.splices import Splice, applied
from index.photo.xmp_errors import XmpError, XmpTrouble

GENERAL, CROP = "General", "Crop"
AS_TAKEN = {
    ("Coarse Transformation", "Rotate"): "0",
    ("Coarse Transformation", "HorizontalFlip"): "false",
    ("Coarse Transformation", "VerticalFlip"): "false",
    ("Rotation", "Degree"): "0",
}
"""What RawTherapee does to the frame before its crop; other values move the crop (rtengine/procparams.cc of 5.9)."""
Size = tuple[int, int]
PixelBox = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Pp3Facts:
    """What a profile says; None: nothing that can be understood."""

    rank: int | None = None
    """Stars, 0..5."""
    colour_label: int | None = None
    """0 none, 1 red, 2 yellow, 3 green, 4 blue, 5 purple."""
    in_trash: bool | None = None
    crop_px: PixelBox | None = None
    """X, Y, W, H of the upright picture, where a crop is switched on and can be understood."""
    has_crop: bool = False
    """Also where the crop cannot be told."""
    is_turned: bool = False
    """RawTherapee turns or flips the picture before it crops."""


@dataclass(frozen=True, slots=True)
class EditedPp3:
    """A profile after a change, and the change itself in places of the profile before it."""

    data: bytes
    splices: tuple[Splice, ...]


def read_pp3(data: bytes) -> Pp3Facts:
    """What the profile says; raises `XmpError` (NOT_XMP) for what only has a profile's name."""
    lines = pp3_lines(data)
    if not lines.is_profile:
        raise XmpError(XmpTrouble.NOT_XMP, "it is no profile of RawTherapee")
    turned = any(_differs(lines.text(*place), usual) for place, usual in AS_TAKEN.items())
    has_crop = lines.text(CROP, "Enabled") == "true"
    rank = parsed_rating(lines.text(GENERAL, "Rank"))
    return Pp3Facts(
        rank=rank if rank is not None and rank >= 0 else None,
        colour_label=parsed_number(lines.text(GENERAL, "ColorLabel")),
        in_trash={"true": True, "false": False}.get(lines.text(GENERAL, "InTrash") or ""),
        crop_px=_crop_px(lines) if has_crop and not turned else None,
        has_crop=has_crop,
        is_turned=turned,
    )


def marks_of_pp3(facts: Pp3Facts, size_px: Size | None = None) -> Marks:
    """The marks that follow; the crop needs the picture's (width, height) upright, as RawTherapee sees it."""
    colour = RAWTHERAPEE.get(facts.colour_label or 0)
    return Marks(
        rating=facts.rank,
        flag=Flag.REJECT if facts.in_trash else None,
        labels=(colour.value,) if colour else (),
        crop=_crop_box(facts.crop_px, size_px) if facts.crop_px and size_px else None,
    )


def edited_pp3(data: bytes | None, changes: Changes, size_px: Size | None = None) -> EditedPp3:
    """The profile with the marks changed, all other bytes as they are; None starts a new one.

    `size_px` is the picture's (width, height) upright. A rejected photo goes to RawTherapee's trash, from which it can be taken
    back; a pick has no place there. Raises `XmpError`, and `MarkRefusedError` for the first mark that `pp3_refusals` names.
    """
    facts = read_pp3(data or b"")
    for mark, reason in pp3_refusals(changes, facts, size_px).items():
        raise MarkRefusedError(mark, reason)
    if Mark.CROP in changes and (crop := crop_wanted(changes)) and size_px and facts.crop_px == _pixels(crop, size_px):
        changes = {mark: change for mark, change in changes.items() if mark is not Mark.CROP}
    lines = pp3_lines(data or b"")
    splices = pp3_splices(lines, dict(_wanted(changes, lines, size_px)))
    return EditedPp3(applied(data or b"", splices), splices)


def pp3_refusals(changes: Changes, facts: Pp3Facts, size_px: Size | None = None) -> dict[Mark, str]:
    """Mark -> why it cannot be written into the profile, in plain words."""
    refused: dict[Mark, str] = {}
    if Mark.KEYWORDS in changes:
        refused[Mark.KEYWORDS] = "keywords are not written into RawTherapee's profiles"
    if Mark.LABELS in changes and (labels := labels_wanted(changes)) and first_number(labels, RAWTHERAPEE) is None:
        refused[Mark.LABELS] = f'RawTherapee has no label "{labels[0]}"'
    if Mark.CROP in changes and (crop := crop_wanted(changes)) and (reason := _crop_refusal(crop, facts, size_px)):
        refused[Mark.CROP] = reason
    return refused


def _crop_refusal(crop: CropBox, facts: Pp3Facts, size_px: Size | None) -> str | None:
    if crop.turn_deg:
        return "a straightened crop cannot be written into RawTherapee's profile"
    if facts.is_turned:
        return "a crop would land beside its place: RawTherapee turns the picture first"
    if facts.has_crop and facts.crop_px is None:
        return "its crop cannot be read; it is left alone"
    return None if size_px else "the size of the picture is not known, which RawTherapee's crops need"


def _wanted(changes: Changes, lines: Pp3Lines, size_px: Size | None) -> Iterator[tuple[Place, str]]:
    """What is taken away is set to nothing where it stands, and not written where it does not."""
    for place, text, says_nothing in _values(changes, size_px):
        if place in lines.values or not says_nothing:
            yield place, text


def _values(changes: Changes, size_px: Size | None) -> Iterator[tuple[Place, str, bool]]:
    if Mark.RATING in changes:
        stars = stars_wanted(changes)
        yield (GENERAL, "Rank"), str(stars or 0), stars is None
    if Mark.LABELS in changes:
        number = first_number(labels_wanted(changes), RAWTHERAPEE) or 0
        yield (GENERAL, "ColorLabel"), str(number), not number
    if Mark.FLAG in changes:
        rejects = flag_wanted(changes) is Flag.REJECT
        yield (GENERAL, "InTrash"), "true" if rejects else "false", not rejects
    if Mark.CROP in changes:
        crop = crop_wanted(changes)
        yield (CROP, "Enabled"), "true" if crop else "false", crop is None
        for key, value in _crop_values(crop, size_px).items() if crop and size_px else ():
            yield (CROP, key), value, False


def _crop_values(crop: CropBox, size_px: Size) -> Mapping[str, str]:
    """The crop's shape is its own: a ratio that an earlier crop had fixed is set free."""
    sides = zip("XYWH", map(str, _pixels(crop, size_px)), strict=True)
    return dict(sides) | {"FixedRatio": "false"}


def _pixels(crop: CropBox, size_px: Size) -> PixelBox:
    width, height = size_px
    left, top = round(crop.left * width), round(crop.top * height)
    right, bottom = round(crop.right * width), round(crop.bottom * height)
    return left, top, max(1, right - left), max(1, bottom - top)


def _crop_px(lines: Pp3Lines) -> PixelBox | None:
    left, top, width, height = (parsed_number(lines.text(CROP, key)) for key in "XYWH")
    if left is None or top is None or not width or not height or min(left, top, width, height) < 0:
        return None
    return left, top, width, height


def _crop_box(crop_px: PixelBox, size_px: Size) -> CropBox | None:
    """RawTherapee cuts off what reaches out of the picture."""
    (left, top, width, height), (full_width, full_height) = crop_px, size_px
    right, bottom = min(left + width, full_width), min(top + height, full_height)
    if left >= right or top >= bottom or (right - left, bottom - top) == size_px:
        return None
    return CropBox(left / full_width, top / full_height, right / full_width, bottom / full_height)


def _differs(text: str | None, usual: str) -> bool:
    if text is None or text == usual:
        return False
    number = parsed_number(text)
    return number is None or number != parsed_number(usual)
