"""What focus is judged from: the tile map, the sharp region, what should be sharp and how sharp it is, and movement."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.assessors.depth_of_field import DepthOfField, depth_of_field
from scoring.assessors.focus_target import CENTRE_CONFIDENCE, Target, TargetKind, find_targets
from scoring.assessors.lone_outline import sharp_outline
from scoring.assessors.motion import Motions, find_motions
from scoring.assessors.s_blur import crispness, s_blur
from scoring.assessors.sharp_region import SharpRegion, find_sharp_region, peak_sharpness, sharp_tiles
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.frame import Frame
from scoring.ramp import ramp

TARGET_PEAK_SHARE = 0.2
"""The sharpest fifth of the target's tiles is its sharpness: an eye in a face, not the mean of its skin."""
SURE_TARGET, SURE_TARGET_SHARE = (0.35, 0.6), (0.2, 0.4)
"""Confidence in the target, and share of its tiles with edges, between which it counts from nothing to half of the value, so
that the value never jumps where a target is just trusted or just not (the lower ends are those of `focus_target`)."""
AS_SHARP_RATIO = 0.75
"""Sharpness over that of the sharpest region, from which the eye takes both for equally sharp: about 1 px of blur between them."""


@dataclass(frozen=True)
class Findings:
    """`target` is None where none is trusted; `target_sharpness` is then that of the sharp region and `target_weight` 0.

    `crispness`: that of the crispest areas, whatever they show, in [0, 1].
    `target_weight`: how far the target's own sharpness counts, in [0, 1]. `exposure_time_s`: None where unknown.
    `sharp_outline`: how surely one outline is all there is and it is not soft, in [0, 1]; S-Blur says nothing then.
    `unseen_subject`: there is a likely subject, but it shows no edges to judge.
    """

    tiles: TileSharpness
    region: SharpRegion
    target: Target | None
    target_sharpness: float
    target_weight: float
    s_blur_native: float
    crispness: float
    motions: Motions
    depth: DepthOfField
    exposure_time_s: float | None = None
    unseen_subject: bool = False
    sharp_outline: float = 0.0

    @property
    def target_ratio(self) -> float:
        """Sharpness of the target over that of the sharpest region."""
        return self.target_sharpness / max(self.region.peak, 1e-9)


def find(frame: Frame, tiles: TileSharpness) -> Findings:
    """Everything that the verdict needs; at least one tile must have been judged."""
    region = find_sharp_region(tiles)
    target = _meant(find_targets(frame, tiles), tiles, region.peak)
    blur = s_blur(frame.detail)
    return Findings(
        tiles=tiles,
        region=region,
        target=target,
        target_sharpness=_sharpness(target, tiles) if target else region.peak,
        target_weight=_weight(target, tiles) if target else 0.0,
        s_blur_native=float(blur[0]) if blur is not None else 0.0,
        crispness=crispness(blur) if blur is not None else 0.0,
        motions=find_motions(frame.luma_halvings, tiles, sharp_tiles(tiles, region.peak)),
        depth=depth_of_field(region, float(tiles.judged.mean()), frame.exif),
        exposure_time_s=frame.exif.exposure_time_s,
        unseen_subject=target is None and frame.subject is not None and frame.subject.confidence >= SURE_TARGET[1],
        sharp_outline=sharp_outline(frame.detail, tiles),
    )


def _meant(targets: tuple[Target, ...], tiles: TileSharpness, peak: float) -> Target | None:
    """The surest target; but where the AF point is soft and eyes, face or subject are sharp, those: it was recomposed.

    A soft AF point in the middle gives way to whatever else there is.
    """
    if not targets:
        return None
    first, *others = targets
    if first.kind is not TargetKind.AF_POINT or _sharpness(first, tiles) >= AS_SHARP_RATIO * peak:
        return first
    sharp = (other for other in others if _sharpness(other, tiles) >= AS_SHARP_RATIO * peak)
    instead = others[0] if others and first.confidence == CENTRE_CONFIDENCE else first
    return next(sharp, instead)


def _sharpness(target: Target, tiles: TileSharpness) -> float:
    return peak_sharpness(tiles, target.tiles, TARGET_PEAK_SHARE)


def _weight(target: Target, tiles: TileSharpness) -> float:
    share = float(tiles.judged[target.tiles].mean())
    return ramp(target.confidence, SURE_TARGET) * ramp(share, SURE_TARGET_SHARE)
