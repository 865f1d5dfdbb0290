"""From scene light to a file's pixels: exposure, focus, tilt, noise, tone curve."""

from __future__ import annotations

import cv2
import numpy as np


def exposed(light: np.ndarray, ev: float) -> np.ndarray:
    """(H, W, 3) linear light, `ev` stops brighter."""
    return light * np.float32(2.0**ev)


def out_of_focus(light: np.ndarray, radius_px: float) -> np.ndarray:
    """As seen by a lens focused elsewhere: every point of light becomes a disc."""
    size = int(np.ceil(radius_px)) * 2 + 1
    axis = np.arange(size, dtype=np.float32) - size // 2
    disc = np.clip(radius_px + 0.5 - np.hypot(axis[:, None], axis[None, :]), 0.0, 1.0)
    return cv2.filter2D(light, -1, disc / disc.sum(), borderType=cv2.BORDER_REPLICATE)


def tilted(light: np.ndarray, clockwise_deg: float) -> np.ndarray:
    """The picture of a camera held askew: what is level appears turned clockwise. No empty corners: it is enlarged."""
    height, width = light.shape[:2]
    angle = np.radians(abs(clockwise_deg))
    enlarge = np.cos(angle) + np.sin(angle) * max(width / height, height / width)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -clockwise_deg, enlarge)
    return cv2.warpAffine(light, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)


def with_sensor_noise(light: np.ndarray, rng: np.random.Generator, grain: float) -> np.ndarray:
    """Shot and read noise of a sensor (Foi et al. 2008): variance = grain^2 (light + 0.01), each channel its own."""
    noise = rng.standard_normal(light.shape, dtype=np.float32)
    noise *= np.float32(grain)
    noise *= cv2.sqrt(np.maximum(light, 0.0) + np.float32(0.01))
    return np.add(light, noise, out=noise)


def developed(light: np.ndarray) -> np.ndarray:
    """(H, W, 3) uint8 sRGB (IEC 61966-2-1); light above 1 clips, as in a camera."""
    table = np.arange(4096, dtype=np.float64) / 4095
    curve = np.where(table <= 0.0031308, 12.92 * table, 1.055 * table ** (1 / 2.4) - 0.055)
    levels = np.round(curve * 255).astype(np.uint8)
    return levels[np.round(np.clip(light, 0.0, 1.0) * 4095).astype(np.uint16)]


def monochrome(light: np.ndarray) -> np.ndarray:
    """(H, W, 3) of equal channels: the luminance (ITU-R BT.709)."""
    luminance = light @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    return np.repeat(luminance[..., None], 3, axis=2)
