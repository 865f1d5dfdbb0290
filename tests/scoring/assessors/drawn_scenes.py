"""Drawn pictures whose composition is known: (H, W) uint8 luma each."""

import cv2
import numpy as np

SIZE = (400, 600)


def plain(level=128):
    return np.full(SIZE, level, np.uint8)


def noise(seed=1):
    return np.random.default_rng(seed).integers(0, 256, SIZE).astype(np.uint8)


def clouds(seed=1, sigma=12):
    """Soft random masses, as uneven as a meadow or a sky."""
    soft = cv2.GaussianBlur(np.random.default_rng(seed).normal(0, 1, SIZE), (0, 0), sigma)
    return cv2.normalize(soft, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)


def gradient(angle_deg=90):
    """From dark to bright; 90 = brighter downwards."""
    rows, cols = np.indices(SIZE)
    along = cols * np.cos(np.radians(angle_deg)) + rows * np.sin(np.radians(angle_deg))
    return cv2.normalize(along, None, 20, 235, cv2.NORM_MINMAX).astype(np.uint8)


def sea():
    """A bright sky over a dark sea, with the grain of a camera."""
    grain = np.random.default_rng(3).normal(0, 3, SIZE)
    level = np.where(np.indices(SIZE)[0] > 220, 60, 190)
    return np.clip(level + grain, 0, 255).astype(np.uint8)


def tiles(across=50, down=40):
    """The same motif in every cell."""
    rows, cols = np.indices(SIZE)
    motif = ((cols % across) < across * 0.6) & ((rows % down) < down * 0.55)
    return np.where(motif, 200, 60).astype(np.uint8)


def stripes(step=45):
    return np.where(np.indices(SIZE)[1] % step < step / 2, 220, 40).astype(np.uint8)


def mirrored(seed=3):
    half = clouds(seed)[:, :300]
    return np.ascontiguousarray(np.hstack([half, half[:, ::-1]]))


def disc(radius=130, centre=(300, 200)):
    return cv2.circle(plain(60), centre, radius, 220, -1)


def mountain(apex=(300, 80), left=(80, 360), right=(520, 360)):
    return cv2.fillPoly(plain(210), [np.array([apex, left, right], np.int32)], 60)


def strokes(*ends, thickness=3):
    luma = plain(200)
    for x0, y0, x1, y1 in ends:
        cv2.line(luma, (x0, y0), (x1, y1), 30, thickness)
    return luma


def ruled(angle_deg):
    """Nine parallel lines across the whole frame."""
    along = 500 * np.array([np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))])
    across = 60 * np.array([-np.sin(np.radians(angle_deg)), np.cos(np.radians(angle_deg))])
    middles = [np.array([300, 200]) + step * across for step in range(-4, 5)]
    return strokes(*[[int(v) for v in np.rint([*(m - along), *(m + along)])] for m in middles], thickness=5)


def spokes(centre=(380, 230), from_px=70, to_px=190, angles_deg=(20, 60, 135, 160, 215, 250, 305, 340)):
    """Lines that run towards one point and stop before it."""
    x, y = centre
    turns = [(np.cos(np.radians(angle)), np.sin(np.radians(angle))) for angle in angles_deg]
    return strokes(
        *[
            [round(x + from_px * c), round(y + from_px * s), round(x + to_px * c), round(y + to_px * s)]
            for c, s in turns
        ]
    )
