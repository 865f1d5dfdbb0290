"""Further frames of a picture, as a photographer or an editor would make them; (H, W, 3) uint8 sRGB in and out."""

from __future__ import annotations

import cv2
import numpy as np

from scoring.srgb import SRGB_TO_LINEAR


def light_of(rgb):
    """(H, W, 3) float32 linear light in [0, 1]."""
    return SRGB_TO_LINEAR[rgb]


def developed(light):
    """Linear light -> (H, W, 3) uint8 sRGB; what is too bright clips (IEC 61966-2-1)."""
    light = np.clip(light, 0.0, 1.0)
    code = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.round(255 * code).astype(np.uint8)


def as_jpeg(rgb, quality):
    """The picture after one more encoding."""
    _, data = cv2.imencode(".jpg", rgb[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, int(quality)])
    return cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1].copy()


def seen_again(rgb, *, shift=(0.0, 0.0), zoom=1.0, turn_deg=0.0):
    """The frame seen by a camera that moved: `shift` in shares of width and height, `zoom` closer, `turn_deg` clockwise.

    What lies outside of the picture is unknown: the common inner part is kept, so that no border is made up.
    """
    height, width = rgb.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -turn_deg, zoom)
    matrix[:, 2] += (shift[0] * width, shift[1] * height)
    return cv2.warpAffine(rgb, matrix, (width, height), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REFLECT_101)


def inner(rgb, share):
    """The middle `share` of each edge: where a moved camera still sees the picture and no made-up border."""
    height, width = rgb.shape[:2]
    top, left = round(height * (1 - share) / 2), round(width * (1 - share) / 2)
    return rgb[top : height - top, left : width - left].copy()


def handheld(rgb, chance, *, shift, zoom=0.0, turn_deg=0.6):
    """The next frame of a hand that moved by up to `shift` and a lens zoomed by up to `1 + zoom`; cut to its inner part."""
    far = chance.uniform(-shift, shift, 2)
    closer = float(np.exp(chance.uniform(0, np.log1p(zoom))))
    return inner(seen_again(rgb, shift=far, zoom=closer, turn_deg=chance.normal(0, turn_deg)), 0.84)


def exposed(rgb, ev, white_balance=(1.0, 1.0, 1.0)):
    """`ev` stops brighter in linear light."""
    return developed(light_of(rgb) * 2.0**ev * np.asarray(white_balance, np.float32))


def softer(rgb, sigma_px):
    """Out of focus, or shaken."""
    return cv2.GaussianBlur(rgb, (0, 0), sigma_px)


def noisier(rgb, levels, chance):
    """With grain of so many of 255 levels."""
    return np.clip(rgb + chance.normal(0, levels, rgb.shape), 0, 255).astype(np.uint8)


def with_moved_subject(rgb, chance):
    """A part of the picture, a sixth to a third of each edge, shows what lies beside it: somebody walked."""
    height, width = rgb.shape[:2]
    high, wide = (int(edge * chance.uniform(0.17, 0.35)) for edge in (height, width))
    top, left = (int(chance.uniform(0.15, 0.85) * (edge - part)) for edge, part in ((height, high), (width, wide)))
    step = int(chance.uniform(0.05, 0.15) * width)
    moved = rgb.copy()
    source = np.clip(left + step, 0, width - wide)
    moved[top : top + high, left : left + wide] = rgb[top : top + high, source : source + wide]
    return moved


def alive(rgb, chance, sway):
    """Near things move against far ones, and people move: places shift smoothly by up to `sway` of the frame."""
    height, width = rgb.shape[:2]
    coarse = [cv2.resize(chance.normal(0, 1, (5, 5)), (width, height), interpolation=cv2.INTER_CUBIC) for _ in "xy"]
    right, down = (
        np.float32(sway / 2 * edge) * np.clip(part, -2, 2) for part, edge in zip(coarse, (width, height), strict=True)
    )
    rows, cols = np.mgrid[0:height, 0:width].astype(np.float32)
    return cv2.remap(
        rgb,
        cols + right.astype(np.float32),
        rows + down.astype(np.float32),
        cv2.INTER_AREA,
        borderMode=cv2.BORDER_REFLECT_101,
    )


def from_elsewhere(rgb, chance):
    """A strong change of perspective: the plane of the picture seen from far to one side."""
    height, width = rgb.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    near = chance.uniform(0.22, 0.32)
    seen = corners.copy()
    side = chance.integers(4)
    one, other = [(0, 3), (1, 2), (0, 1), (3, 2)][side]
    axis = 1 if side < 2 else 0
    edge = (width, height)[axis]
    seen[one, axis] += near * edge
    seen[other, axis] -= near * edge
    seen[[one, other], 1 - axis] += (
        (-1 if side in (1, 3) else 1) * chance.uniform(0.25, 0.4) * (width, height)[1 - axis]
    )
    matrix = cv2.getPerspectiveTransform(seen, corners)
    return cv2.warpPerspective(rgb, matrix, (width, height), flags=cv2.INTER_AREA)


def resized(rgb, share):
    """Fewer pixels, the same picture."""
    height, width = rgb.shape[:2]
    return cv2.resize(rgb, (round(width * share), round(height * share)), interpolation=cv2.INTER_AREA)


def cut(rgb, box):
    """The part of the picture in `box`: left, top, right, bottom in [0, 1]."""
    height, width = rgb.shape[:2]
    left, top, right, bottom = (round(share * edge) for share, edge in zip(box, (width, height) * 2, strict=True))
    return rgb[top:bottom, left:right].copy()
