"""darktable's list of edits (`darktable:history`): which steps are in force, and which crop follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.photo.mark_fields.darktable_params import WRITTEN_VERSION, Edges, crop_edges, crop_params, params_bytes
from index.photo.mark_fields.rating import parsed_number

CROP = "crop"
FULL_FRAME = (0.0, 0.0, 1.0, 1.0)
TURNING = frozenset({"ashift", "clipping", "enlargecanvas"})
"""darktable modules that change the frame before the crop module sees it: "rotate and perspective", the crop module of darktable
before 3.8, "enlarge canvas"."""
FLIP = "flip"
FLIP_BY_EXIF = -1
FLIP_BITS = {1: 0, 2: 2, 3: 3, 4: 1, 5: 4, 6: 5, 7: 7, 8: 6}
"""EXIF Orientation -> what darktable's "orientation" module has for it (src/common/image.h; all eight tried with 4.2.1)."""
OLD_HISTORY = "darktable:history_operation"
"""How darktable before 3.0 wrote its history, as parallel lists."""
OUR_FIELDS = frozenset(
    f"darktable:{name}"
    for name in ("num", "operation", "enabled", "modversion", "params", "multi_name", "multi_priority")
)
"""darktable itself writes blend parameters with every step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One edit in force."""

    position: int
    """In the list, from 0."""
    num: int
    operation: str
    enabled: bool
    version: int | None
    params: str
    is_ours: bool
    """A crop as we write it, which no darktable has written again since."""


@dataclass(frozen=True, slots=True)
class CropFound:
    """What a history says of the crop; both empty: not cropped."""

    edges: Edges | None = None
    """Left, top, right, bottom in 0..1 of the upright picture."""
    unclear: str | None = None
    """Why it cannot be told or laid over the upright picture."""


@dataclass(frozen=True, slots=True)
class History:
    """The history of a sidecar."""

    steps: tuple[Step, ...] = ()
    """Those in force, in the order in which they were made."""
    end: int = 0
    """`darktable:history_end`: steps with this number and later ones were undone."""
    undone: frozenset[int] = frozenset()
    """Positions of undone steps in the list."""
    stale_masks: frozenset[int] = frozenset()
    """Positions in `darktable:masks_history` of masks that belong to undone steps."""
    trouble: str | None = None
    """Why nothing may be appended."""

    def crop(self, orientation: int) -> CropFound:
        """The crop in force for a photo of this EXIF Orientation."""
        return CropFound(unclear=self.trouble) if self.trouble else crop_of(self.steps, orientation)


EMPTY = History()


def history_of(
    entries: Sequence[Mapping[str, str]] | None,
    end: str | None,
    masks: Sequence[Mapping[str, str]] | None = None,
    *,
    is_old: bool = False,
) -> History:
    """`darktable:history`, `darktable:history_end` and `darktable:masks_history` understood."""
    if is_old:
        return History(trouble="its edits are written as darktable before 3.0 did; open the photo once in darktable")
    steps = [_step(position, entry) for position, entry in enumerate(entries or ())]
    after = max((step.num for step in steps), default=-1) + 1
    stop = after if end is None else parsed_number(end)
    if stop is None or stop < 0:
        return History(trouble=f'where its edits end cannot be read ("{end}")')
    ordered = tuple(sorted((step for step in steps if step.num < stop), key=lambda step: (step.num, step.position)))
    undone = frozenset(step.position for step in steps if step.num >= stop)
    return History(ordered, stop, undone, _masks_from(stop, masks or ()))


def crop_of(steps: Sequence[Step], orientation: int) -> CropFound:
    """The last crop step decides; switched off, it says that there is no crop."""
    last = {step.operation: step for step in steps}
    turned = turned_by(last, orientation)
    clipped = last.get("clipping")
    crop = last.get(CROP)
    if crop is None or not crop.enabled:
        return CropFound(unclear=turned) if clipped and clipped.enabled else CropFound()
    edges = crop_edges(crop.params, crop.version or 0)
    if edges == FULL_FRAME:
        return CropFound()
    unclear = turned or (None if edges else "a crop that only a newer darktable can read")
    return CropFound(None if unclear else edges, unclear)


def turned_by(last: Mapping[str, Step], orientation: int) -> str | None:
    """What was done to the frame before the crop, so that shares of it are not shares of the upright picture."""
    for name in sorted(TURNING & last.keys()):
        if last[name].enabled:
            return f"darktable turns or stretches the picture first (its module {name})"
    flip = last.get(FLIP)
    if flip and flip.enabled and not _flips_as_exif(flip, orientation):
        return "the picture was turned in darktable by hand"
    return None


def _flips_as_exif(flip: Step, orientation: int) -> bool:
    params = params_bytes(flip.params) or b""
    return int.from_bytes(params[:4], "little", signed=True) in (FLIP_BY_EXIF, FLIP_BITS.get(orientation))


def _step(position: int, entry: Mapping[str, str]) -> Step:
    fields = {name.removeprefix("darktable:"): value for name, value in entry.items()}
    num = parsed_number(fields.get("num"))
    params = fields.get("params", "").strip()
    return Step(
        position=position,
        num=position if num is None else num,
        operation=fields.get("operation", ""),
        enabled=fields.get("enabled") == "1",
        version=parsed_number(fields.get("modversion")),
        params=params,
        is_ours=entry.keys() == OUR_FIELDS and _is_our_crop(fields, params),
    )


def _is_our_crop(fields: Mapping[str, str], params: str) -> bool:
    if fields["operation"] != CROP or fields["modversion"] != str(WRITTEN_VERSION):
        return False
    edges = crop_edges(params, WRITTEN_VERSION)
    return edges is not None and crop_params(edges) == params


def _masks_from(end: int, masks: Sequence[Mapping[str, str]]) -> frozenset[int]:
    nums = [parsed_number(mask.get("darktable:mask_num")) for mask in masks]
    return frozenset(position for position, num in enumerate(nums) if num is not None and num >= end)


def crop_step(num: int, edges: Edges, *, enabled: bool) -> dict[str, str]:
    """A crop step as an entry of `darktable:history`."""
    fields = {
        "num": str(num),
        "operation": CROP,
        "enabled": "1" if enabled else "0",
        "modversion": str(WRITTEN_VERSION),
        "params": crop_params(edges),
        "multi_name": "",
        "multi_priority": "0",
    }
    return {f"darktable:{name}": value for name, value in fields.items()}
