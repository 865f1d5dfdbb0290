"""The noise map: where noise could be measured, how strong it is there, and how it looks enlarged."""

from __future__ import annotations

import math

import cv2
import numpy as np

from scoring.assessment import Assessment
from scoring.assessors.noise_patches import PATCH_PX
from scoring.frame import U8, Frame
from scoring.overlays.base_picture import grey, photo_at
from scoring.overlays.colour_scales import NOISE_SCALE, coloured
from scoring.overlays.legend import Figure, LegendPart, thumbnail
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.legend_key import SWATCH_PX, Key, KeyRow, plain_swatch
from scoring.overlays.marks import outline
from scoring.overlays.noise_detail import detail_pair, noisiest_detail, stretch_of
from scoring.overlays.noise_map import NoiseMap, noise_map
from scoring.overlays.not_judged import not_judged
from scoring.overlays.overlay import Layer, Overlay
from scoring.overlays.palette import SKY_BLUE, Colour

GROUND = (14, 150)
GROUND_SWATCH: Colour = (60, 60, 60)
DOT: Colour = (150, 150, 150)
RIM: Colour = (205, 205, 205)
"""Around every mark, for the colour of little noise is nearly as dark as a shadow."""
LEAST_SIGMA, MOST_SIGMA = 0.5, 8.0
"""Ends of the colour scale, in code values, logarithmic between: under half a code is little more than rounding (0.29 for even
shading), and 8 is beyond the "first acceptable" picture of ISO 12232 (5.4 at mid-grey)."""
TICKS = ((0.5, "0.5"), (1.34, "1.3 excellent"), (5.36, "5.4 acceptable"))
"""Signal to noise of 40 and 10 at mid-grey (code 118, slope 2.2), where ISO 12232 sets its "first excellent" and "first acceptable"
pictures."""
MARK_SHARE = 0.62
"""Width of a mark as a share of the grid's spacing: the 16 px of a patch would hardly be seen."""
LEAST_MARK_PX = 4


def paint(frame: Frame, said: Assessment, long_edge_px: int) -> Layer:
    """Patches as squares over the grey photo; beside it a detail of the noisiest smooth patch."""
    photo = photo_at(frame, long_edge_px)
    if said.abstained:
        return not_judged(photo)
    picture, found = grey(photo, *GROUND), noise_map(frame.rgb)
    _mark_all(picture, found, frame)
    ticks = tuple((along_scale(sigma), name) for sigma, name in TICKS)
    bar = ColourBar("Noise of smooth parts, in levels of 255", NOISE_SCALE, ticks)
    return Layer(picture, (thumbnail(photo), bar, _key(found), *_detail(picture, found, frame)))


def along_scale(sigma: float) -> float:
    """Sigma in code values -> its place on the colour scale, in [0, 1] between its ends."""
    return math.log2(max(sigma, 1e-6) / LEAST_SIGMA) / math.log2(MOST_SIGMA / LEAST_SIGMA)


def sigma_colour(sigma: float) -> tuple[int, int, int]:
    """The colour of a patch of this sigma."""
    red, green, blue = (int(code) for code in coloured(np.array(along_scale(sigma)), NOISE_SCALE))
    return red, green, blue


def _mark_all(picture: U8, found: NoiseMap, frame: Frame) -> None:
    rows, cols = found.sigma.shape
    if not rows * cols:
        return
    across, down = picture.shape[1] / frame.rgb.shape[1], picture.shape[0] / frame.rgb.shape[0]
    half = max(LEAST_MARK_PX, MARK_SHARE * min(picture.shape[1] / cols, picture.shape[0] / rows)) / 2
    for row, col in np.argwhere(found.usable).tolist():
        x, y = (found.left_px[col] + PATCH_PX / 2) * across, (found.top_px[row] + PATCH_PX / 2) * down
        # Marks are larger than patches: those at the border move in to be seen whole.
        at = (
            float(np.clip(x, half, max(half, picture.shape[1] - 1 - half))),
            float(np.clip(y, half, max(half, picture.shape[0] - 1 - half))),
        )
        if found.smooth[row, col]:
            _square(picture, at, half, sigma_colour(float(found.sigma[row, col])))
        else:
            cv2.circle(picture, (round(at[0]), round(at[1])), max(1, round(half / 5)), DOT, -1, cv2.LINE_AA)


def _square(picture: U8, at: tuple[float, float], half: float, colour: tuple[int, int, int]) -> None:
    corners = (round(at[0] - half), round(at[1] - half)), (round(at[0] + half), round(at[1] + half))
    cv2.rectangle(picture, *corners, colour, -1)
    cv2.rectangle(picture, *corners, RIM, 1)


def _key(found: NoiseMap) -> Key:
    smooth, usable = int(found.smooth.sum()), int(found.usable.sum())
    textured, clipped = plain_swatch(GROUND_SWATCH), plain_swatch(GROUND_SWATCH)
    cv2.circle(textured, (SWATCH_PX[0] // 2, SWATCH_PX[1] // 2), 3, DOT, -1, cv2.LINE_AA)
    example = plain_swatch(GROUND_SWATCH)
    _square(example, (SWATCH_PX[0] / 2, SWATCH_PX[1] / 2), 9, sigma_colour(2.0))
    rows = (
        KeyRow(example, f"smooth, shows noise: {smooth}"),
        KeyRow(textured, f"varies more, may be texture: {usable - smooth}"),
        KeyRow(clipped, f"black or blown: {found.sigma.size - usable}"),
    )
    return Key("Patches of 16 px", rows)


def _detail(picture: U8, found: NoiseMap, frame: Frame) -> tuple[LegendPart, ...]:
    detail = noisiest_detail(frame.rgb, found)
    if detail is None:
        return ()
    across, down = picture.shape[1] / frame.rgb.shape[1], picture.shape[0] / frame.rgb.shape[0]
    x0, y0, x1, y1 = detail.window
    outline(picture, (x0 * across, y0 * down, x1 * across, y1 * down), SKY_BLUE)
    stretch = stretch_of(detail.sigma)
    heading = f"Noisiest smooth part, boxed in blue: at 400 %, and with contrast x {stretch:.0f}"
    return (Figure(heading, detail_pair(frame.rgb, detail.window, stretch)),)


OVERLAY = Overlay("noise", "Noise map", "noise", paint)
