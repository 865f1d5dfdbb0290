"""A sitter before a plain studio ground, drawn so that a face detector finds a face and tells open eyes from closed ones."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from tests.shoot.shapes import Colour, Point, lay_over, paint_polygon, placed, vertical_gradient
from tests.shoot.texture import fractal_noise

SEED = 53
SKIN: Colour = (0.47, 0.27, 0.185)
HAIR: Colour = (0.055, 0.030, 0.018)
EYE_X, EYE_Y = 84.0, -36.0
"""Where the eyes lie in the face's own coordinates: half of it is 190 wide, from 0 at its middle."""


def draw(size_px: tuple[int, int], moment: float = 0.0) -> np.ndarray:
    """The scene with open eyes; the head sways a little, `moment` in seconds."""
    return _sitting(size_px, moment, closed=False)


def draw_blinking(size_px: tuple[int, int], moment: float = 0.0) -> np.ndarray:
    """The same with closed eyes."""
    return _sitting(size_px, moment, closed=True)


def _sitting(size_px: tuple[int, int], moment: float, *, closed: bool) -> np.ndarray:
    picture = _studio(size_px).copy()
    unit = size_px[1] / 1500
    middle = (
        size_px[0] / 2 + 7 * unit * float(np.sin(3.0 * moment)),
        size_px[1] * 0.42 + 4 * unit * float(np.cos(2.0 * moment)),
    )
    _Head(picture, middle, unit).paint(closed=closed)
    return np.minimum(picture, 0.97)


@lru_cache(maxsize=1)
def _studio(size_px: tuple[int, int]) -> np.ndarray:
    """Grey paper, lit from the middle; never written to."""
    picture = vertical_gradient(
        size_px, [(0.0, (0.16, 0.17, 0.19)), (0.5, (0.26, 0.27, 0.29)), (1.0, (0.14, 0.15, 0.17))]
    )
    picture *= 1.0 + 0.02 * fractal_noise(np.random.default_rng(SEED), size_px, 40, 4)[..., None]
    return picture


class _Head:
    """Paints in the face's own coordinates: x to the right, y down, from the middle of the face."""

    def __init__(self, picture: np.ndarray, middle: Point, unit: float) -> None:
        self.picture, self.unit, self.at = picture, unit, placed(middle, unit)
        size_px = picture.shape[1], picture.shape[0]
        rng = np.random.default_rng(SEED)
        self.pores = 1.0 + 0.035 * fractal_noise(rng, size_px, 5 * unit, 3)[..., None]
        self.strands = 1.0 + 0.45 * fractal_noise(rng, size_px, 6 * unit, 3, 0.25)[..., None]
        self.weave = 1.0 + 0.16 * fractal_noise(rng, size_px, 4 * unit, 2)[..., None]
        x = (np.arange(size_px[0], dtype=np.float32) - middle[0]) / (190 * unit)
        across = (1.0 - 0.22 * x - 0.12 * x**2).clip(0.35, 1.5)
        self.light = np.broadcast_to(across[None, :, None], (*picture.shape[:2], 1))

    def shape(self, points: list[Point], paint: np.ndarray | Colour, blur: float = 0.6, strength: float = 1.0) -> None:
        paint_polygon(self.picture, self.at(points), paint, blur_px=blur * self.unit, strength=strength)

    def paint(self, *, closed: bool) -> None:
        """From behind to the front."""
        skin, hair = (
            np.array(SKIN, np.float32) * self.light * self.pores,
            np.array(HAIR, np.float32) * self.light * self.strands,
        )
        self.shape(_ellipse(0, -60, 232, 300), hair, 2.0)
        self._body(skin)
        self.shape(_oval(), skin, 1.2)
        self._shading()
        self.shape(
            [
                (-205, -60),
                (-190, -210),
                (-90, -300),
                (90, -300),
                (190, -210),
                (205, -60),
                (170, -150),
                (80, -205),
                (-60, -215),
                (-165, -150),
            ],
            hair,
            2.0,
        )
        for side in (-1.0, 1.0):
            self._brow(side, hair)
            (self._closed_eye if closed else self._open_eye)(side)
        self._nose()
        self._mouth()

    def _body(self, skin: np.ndarray) -> None:
        self.shape([(-80, 150), (80, 150), (100, 310), (60, 380), (-60, 380), (-100, 310)], 0.72 * skin, 3.0)
        cloth = np.array((0.05, 0.09, 0.16), np.float32) * self.light * self.weave
        self.shape(
            [
                (-100, 300),
                (0, 360),
                (100, 300),
                (330, 380),
                (400, 560),
                (430, 1000),
                (-430, 1000),
                (-400, 560),
                (-330, 380),
            ],
            cloth,
            1.0,
        )

    def _shading(self) -> None:
        dark, red = (0.20, 0.10, 0.065), (0.52, 0.22, 0.16)
        self.shape(_ellipse(175, 40, 60, 190), dark, 34.0, 0.35)
        self.shape(_ellipse(-178, 60, 40, 180), dark, 30.0, 0.22)
        for side in (-1.0, 1.0):
            self.shape(_ellipse(side * 105, 70, 52, 42), red, 26.0, 0.35)
            self.shape(_ellipse(side * EYE_X, EYE_Y - 4, 62, 34), dark, 14.0, 0.30)
        self.shape(_ellipse(0, 232, 70, 14), dark, 14.0, 0.35)
        self.shape(_ellipse(-20, -140, 90, 45), (0.62, 0.40, 0.30), 34.0, 0.35)

    def _brow(self, side: float, hair: np.ndarray) -> None:
        x, y = side * EYE_X, EYE_Y
        self.shape(
            [
                (x - side * 52, y - 42),
                (x - side * 10, y - 58),
                (x + side * 40, y - 54),
                (x + side * 62, y - 36),
                (x + side * 36, y - 44),
                (x - side * 8, y - 46),
                (x - side * 50, y - 30),
            ],
            1.3 * hair,
            2.0,
            0.9,
        )

    def _open_eye(self, side: float) -> None:
        x, y = side * EYE_X, EYE_Y
        almond = _lids(x, y, side, 15.0, 12.0)
        eye = np.zeros_like(self.picture)
        eye[:] = (0.55, 0.52, 0.49)
        centre = self.at([(x, y - 1)])[0]
        iris = _Disc(self.picture.shape[:2], centre, self.unit)
        lay_over(eye, iris.of(15.5), (0.045, 0.028, 0.018))
        lay_over(eye, iris.of(13.0) * iris.rays(), (0.16, 0.09, 0.045))
        lay_over(eye, iris.of(6.5), (0.004, 0.004, 0.004))
        lay_over(
            eye,
            _Disc(self.picture.shape[:2], (centre[0] - 5 * self.unit, centre[1] - 6 * self.unit), self.unit).of(3.2),
            (0.95, 0.95, 0.95),
        )
        self.shape(almond, eye, 0.7)
        self._lash(_arc(x, y, side, -15.0), 4.5, (0.012, 0.008, 0.006), 1.0)
        self._lash(_arc(x, y, side, 12.0), 1.6, (0.12, 0.055, 0.04), 0.7)
        self._lash(_arc(x, y - 11, side, -17.0), 2.0, (0.17, 0.08, 0.055), 0.7)

    def _closed_eye(self, side: float) -> None:
        """The lid lies over the eye, its lashes where the lower lid was; as dark as it takes for a classifier to see it."""
        x, y = side * EYE_X, EYE_Y
        lash: Colour = (0.02, 0.012, 0.009)
        self.shape(
            _lids(x, y, side, 17.0, 12.0), np.array((0.47, 0.26, 0.18), np.float32) * self.light * self.pores, 3.0
        )
        self.shape(_lids(x, y + 5, side, 2.0, 40.0), (0.20, 0.10, 0.07), 7.0, 0.8)
        self.shape(_ellipse(x, y - 4, 28, 9), (0.58, 0.36, 0.27), 6.0, 0.6)
        self._lash(_arc(x, y + 5, side, 30.0), 9.0, lash, 0.9)
        for share in np.linspace(0.1, 0.97, 14):
            root_x, root_y = _on_arc(x, y + 5, side, 30.0, float(share))
            self._lash([(root_x, root_y), (root_x + 12.0 * side * (share - 0.4), root_y + 15)], 3.0, lash, 0.6)

    def _nose(self) -> None:
        dark = (0.16, 0.07, 0.05)
        self.shape([(10, -30), (30, 70), (14, 86), (4, 20)], dark, 9.0, 0.28)
        self.shape([(-12, -20), (4, -20), (6, 70), (-16, 70)], (0.66, 0.43, 0.33), 8.0, 0.35)
        self.shape(_ellipse(0, 74, 34, 17), (0.50, 0.27, 0.19), 7.0, 0.4)
        for side in (-1.0, 1.0):
            self.shape(_ellipse(side * 15, 88, 9, 5), (0.05, 0.02, 0.014), 2.0, 0.85)
            self._lash([(side * 31, 64), (side * 37, 78), (side * 28, 92)], 2.4, dark, 0.5)

    def _mouth(self) -> None:
        lips = np.array((0.36, 0.10, 0.085), np.float32) * self.light
        self.shape([(-64, 150), (-24, 136), (0, 142), (24, 136), (64, 150), (20, 156), (-20, 156)], 0.85 * lips, 1.5)
        self.shape([(-60, 151), (0, 156), (60, 151), (34, 176), (0, 182), (-34, 176)], lips, 1.5)
        self._lash([(-66, 149), (-24, 154), (0, 153), (24, 154), (66, 149)], 2.6, (0.06, 0.018, 0.015), 0.9)
        self.shape(_ellipse(0, 168, 24, 5), (0.60, 0.30, 0.26), 4.0, 0.4)

    def _lash(self, points: list[Point], thick: float, colour: Colour, strength: float) -> None:
        """A line through the points."""
        mask = np.zeros(self.picture.shape[:2], np.uint8)
        fixed = np.round(np.array(self.at(points)) * 16).astype(np.int32)
        cv2.polylines(mask, [fixed], False, 255, max(1, round(thick * self.unit)), cv2.LINE_AA, shift=4)
        lay_over(self.picture, strength * mask.astype(np.float32) / 255, colour)


class _Disc:
    """Smooth discs about one centre."""

    def __init__(self, shape: tuple[int, ...], centre: Point, unit: float) -> None:
        rows, cols = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
        self.across, self.down, self.unit = cols - centre[0], rows - centre[1], unit

    def of(self, radius: float) -> np.ndarray:
        """(H, W) float32 mask."""
        return np.clip(radius * self.unit - np.hypot(self.across, self.down) + 0.5, 0.0, 1.0)

    def rays(self) -> np.ndarray:
        """(H, W) float32: the streaks of an iris."""
        return 0.6 + 0.4 * np.sin(23.0 * np.arctan2(self.down, self.across)) ** 2


def _oval() -> list[Point]:
    """A face narrows to its chin."""
    angles = np.linspace(0.0, 2 * np.pi, 72, endpoint=False)
    return [
        (190 * float(np.cos(a)) * (1.0 - 0.22 * max(0.0, float(np.sin(a))) ** 1.5), 255 * float(np.sin(a)) - 5)
        for a in angles
    ]


def _ellipse(x: float, y: float, half_width: float, half_height: float) -> list[Point]:
    angles = np.linspace(0.0, 2 * np.pi, 48, endpoint=False)
    return [(x + half_width * float(np.cos(a)), y + half_height * float(np.sin(a))) for a in angles]


def _on_arc(x: float, y: float, side: float, bulge: float, share: float) -> Point:
    """A point of a lid from the inner (0) to the outer (1) corner of the eye."""
    return x + side * (-36 + 74 * share), y + 4 - 5 * share + bulge * float(np.sin(np.pi * share)) ** 0.8


def _arc(x: float, y: float, side: float, bulge: float) -> list[Point]:
    return [_on_arc(x, y, side, bulge, float(share)) for share in np.linspace(0.0, 1.0, 24)]


def _lids(x: float, y: float, side: float, up: float, down: float) -> list[Point]:
    return [*_arc(x, y, side, -up), *reversed(_arc(x, y, side, down))]
