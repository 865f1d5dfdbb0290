"""How the framing of one photo lies over another's: shifted, zoomed, turned, and how well the two then agree."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from scoring.groups.outline import F32, Outline
from scoring.groups.rough_shift import rough_shift, rough_shift_and_zoom, rough_sweep, small_shift

Matrix: TypeAlias = npt.NDArray[np.float64]

ROUNDS = 4
"""Of the fine search: further ones moved agreement by less than .002 on the planted photos."""
LARGEST_TURN, LARGEST_STEP_PX = 0.1, 2.5
"""Of zoom, turn and pixels in one round: further is beyond what slopes tell."""
SETTLED_PX = 0.12
"""A round that moves less is the last."""
BLOCKS = 8
"""Along the long edge: who moved fills some of them, the scene the others."""
LEAST_BLOCK_SHARE = 0.5
"""Of a block's pixels that lie in the overlap."""
GOOD_AGREEMENT = 0.78
"""A lie in one framing that agrees so well needs no search for another zoom: of different photos none reaches it."""
PLAIN_AGREEMENT = 0.88
"""Of the small copies' middles: no planted group comes out otherwise with .80, or without this short way, which saves half of
the time."""
PLAIN_PX = 1.0
"""Of 24: 4 % of the frame. Where a hand moved further, how far is looked at closely."""
OUTSIDE = float("nan")
"""What no pixel mixes with unseen."""


class Framing(NamedTuple):
    """The second frame as seen in the first.

    `shift`: of its centre along x and y, in shares of the first frame's long edge. `zoom`: how many times larger things appear
    in the second. `turn_deg`: clockwise. `overlap`: share of the smaller frame that both show. `agreement`: correlation of the
    structure in what both show, by blocks, -1..1.
    """

    shift: tuple[float, float]
    zoom: float
    turn_deg: float
    overlap: float
    agreement: float


def framing_of(first: Outline, second: Outline) -> Framing:
    """How the two lie over one another where they agree best."""
    if (plain := _plain(first, second)) is not None:
        return plain
    near = _laid_out(rough_shift(first, second), first, second)
    if near.agreement >= GOOD_AGREEMENT:
        return near
    far = _laid_out(rough_shift_and_zoom(first, second), first, second)
    return max(near, far, key=lambda framing: framing.agreement * framing.overlap**0.5)


def _plain(first: Outline, second: Outline) -> Framing | None:
    """How they lie where the camera hardly moved and the small copies agree too well to doubt it: most frames of a burst."""
    (right, down), agreement = small_shift(first, second)
    if agreement < PLAIN_AGREEMENT or max(abs(right), abs(down)) > PLAIN_PX:
        return None
    height, width = first.coarse.shape
    overlap = (1.0 - abs(right) / width) * (1.0 - abs(down) / height)
    long_edge_px = max(width, height)
    return Framing((right / long_edge_px, down / long_edge_px), 1.0, 0.0, overlap, agreement)


def sweep_of(first: Outline, second: Outline, shift: tuple[float, float] | None) -> Framing:
    """How the two lie over one another where the camera only turned; perhaps about so far as `shift` (`Framing`) says."""
    found = [_laid_out(rough_sweep(first, second), first, second)]
    if shift is not None:
        found.append(_laid_out(_shifted(first, second, shift), first, second))
    return max(found, key=lambda framing: framing.agreement)


def _shifted(first: Outline, second: Outline, shift: tuple[float, float]) -> Matrix:
    (height, width), (high, wide) = first.fine.shape, second.fine.shape
    right, down = (part * max(width, height) for part in shift)
    return np.array([[1.0, 0.0, right + (width - wide) / 2], [0.0, 1.0, down + (height - high) / 2]])


def _laid_out(rough: Matrix, first: Outline, second: Outline) -> Framing:
    matrix = _refined(rough, first, second)
    height, width = first.fine.shape
    seen, inside = _laid_over(matrix, second, (width, height))
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    smaller_px = min(first.fine.size, second.fine.size * scale**2)
    centre = matrix @ [(second.fine.shape[1] - 1) / 2, (second.fine.shape[0] - 1) / 2, 1.0]
    return Framing(
        shift=(
            float(centre[0] - (width - 1) / 2) / max(width, height),
            float(centre[1] - (height - 1) / 2) / max(width, height),
        ),
        zoom=max(first.fine.shape) / max(second.fine.shape) / max(scale, 1e-3),
        turn_deg=float(np.degrees(np.arctan2(matrix[1, 0], matrix[0, 0]))),
        overlap=min(1.0, float(np.count_nonzero(inside)) / max(1.0, smaller_px)),
        agreement=_agreement(first.fine, seen, inside),
    )


def _refined(matrix: Matrix, first: Outline, second: Outline) -> Matrix:
    """Gauss and Newton's steps in zoom, turn and shift (inverse compositional: Baker and Matthews 2004)."""
    height, width = first.fine.shape
    x, y = (width - 1) / 2, (height - 1) / 2
    slopes, inverse = first.slopes
    for _ in range(ROUNDS):
        seen, inside = _laid_over(matrix, second, (width, height))
        wrong = ((seen - first.fine) * inside).ravel()
        grow, turn, right, down = (
            inverse @ (slopes @ wrong) * (wrong.size / max(1, int(np.count_nonzero(inside))))
        ).tolist()
        grow, turn = _within(grow, LARGEST_TURN), _within(turn, LARGEST_TURN)
        right, down = _within(right, LARGEST_STEP_PX), _within(down, LARGEST_STEP_PX)
        matrix = np.array([[1 + grow, -turn], [turn, 1 + grow]]) @ matrix
        # About the centre of the frame.
        matrix[0, 2] += right - grow * x + turn * y
        matrix[1, 2] += down - turn * x - grow * y
        if max(abs(right), abs(down), abs(grow) * width, abs(turn) * width) < SETTLED_PX:
            break
    return matrix


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _laid_over(matrix: Matrix, second: Outline, size_px: tuple[int, int]) -> tuple[F32, npt.NDArray[np.bool_]]:
    """The second's structure in the first's pixels, 0 outside; and where it is known."""
    seen = cv2.warpAffine(
        second.fine, matrix, size_px, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=OUTSIDE
    )
    inside = ~np.isnan(seen)
    return np.asarray(np.where(inside, seen, 0.0), np.float32), inside


def _agreement(one: F32, other: F32, inside: npt.NDArray[np.bool_]) -> float:
    """The mean of the blocks' correlations, by the structure in them."""
    block = max(2, max(one.shape) // BLOCKS)
    size = (max(1, one.shape[1] // block), max(1, one.shape[0] // block))
    known = inside.astype(np.float32)
    here = one * known
    both, own, others, share = (
        cv2.resize(part, size, interpolation=cv2.INTER_AREA)
        for part in (here * other, here * here, other * other, known)
    )
    structure = np.sqrt(own * others)
    weight = structure * (share >= LEAST_BLOCK_SHARE)
    total = float(weight.sum())
    return float((both / np.maximum(structure, 1e-6) * weight).sum()) / total if total > 0 else 0.0
