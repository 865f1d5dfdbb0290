"""Maps of where the subject is, side by side on photos whose subject is known: ours, one without learning, the middle, a mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from scoring.engines.yunet import YuNet
from scoring.metrics.bootstrap import bootstrap_intervals
from scoring.metrics.measure import Measure, at_once, mean_of
from scoring.metrics.subject_map import pixel_auc
from scoring.saliency import F32, U8, saliency_map
from scoring.subject import find_subjects
from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.saliency.focused_subject import focused_subject
from scoring.training.saliency.held_out import Known, agreement_of, variants
from scoring.training.splits import known_split
from tests.benchmarks.truth.boolean_map_saliency import boolean_map_saliency, centre_prior

STORED_PX = 320
"""As training keeps its photos."""
SURE_FACE, LARGE_FACE = 0.8, 0.005
"""Confidence of YuNet, and share of the frame, from which a face is one that the photo shows and not one that it contains."""
COVERED = 0.5
"""Share of a face from which the subject's box has it."""


@dataclass(frozen=True)
class HeldOut:
    """Photos that no network of ours was trained on: paths, and which are one scene."""

    paths: Sequence[Path]
    scene: np.ndarray


def held_out(biq2021: Path) -> HeldOut:
    """All 840 of them."""
    photos = read_biq2021(biq2021)
    split = known_split("biq2021", photos)
    assert split is not None, "these are not the photos of BIQ2021"
    rows = np.flatnonzero(split.held_out)
    return HeldOut([photos.paths[row] for row in rows], split.scene[rows])


def opened(path: Path) -> U8:
    """(H, W, 3) uint8 sRGB."""
    return np.asarray(cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB), np.uint8)


def stretched(plane: np.ndarray) -> F32:
    """From 0 to 1."""
    return np.asarray((plane - plane.min()) / max(float(np.ptp(plane)), 1e-9), np.float32)


def in_the_middle(rgb: U8) -> F32:
    """The prior that every map must beat."""
    return stretched(centre_prior(saliency_map(rgb).shape))


def mean_of_both(rgb: U8) -> F32:
    """Ours and the one without learning, half each."""
    return stretched(saliency_map(rgb) + boolean_map_saliency(rgb))


MAPS: Mapping[str, Callable[[U8], F32]] = {
    "network (ships)": saliency_map,
    "Boolean maps and border contrast": boolean_map_saliency,
    "mean of the two": mean_of_both,
    "middle of the frame": in_the_middle,
}


def focus_rows(photos: HeldOut) -> list[list[str]]:
    """Rows of the table: how each map agrees with known masks, by kind of picture."""
    known, scene = _known(photos)
    rows = []
    for kind, pairs in variants(known, 0).items():
        for name, made in MAPS.items():
            aucs, curves, boxes = zip(*(agreement_of(made(rgb), mask) for rgb, mask in pairs), strict=True)
            measures = {
                "auc": mean_of(np.array(aucs)),
                "max_f": _best_mean(np.array(curves)),
                "box": mean_of(np.array(boxes)),
                "half": mean_of(np.array(boxes) >= 0.5),
            }
            rows.append([kind, name, str(len(pairs)), *cells(measures, scene)])
    return rows


def _known(photos: HeldOut) -> tuple[list[Known], np.ndarray]:
    """The photos whose focus tells their subject, small, and their scenes."""
    found, scenes, size = [], [], (STORED_PX, STORED_PX)
    for path, scene in zip(photos.paths, photos.scene, strict=True):
        rgb = opened(path)
        mask = focused_subject(rgb)
        if mask is not None:
            small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
            found.append(
                (
                    np.asarray(small, np.uint8),
                    np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_NEAREST), np.uint8),
                )
            )
            scenes.append(scene)
    return found, np.array(scenes)


def _best_mean(curves: np.ndarray) -> Measure:
    """Of (N, 255) F by threshold: the best threshold's mean."""
    return lambda counts: np.asarray((counts @ curves / counts.sum(axis=1, keepdims=True)).max(axis=1))


def face_rows(photos: HeldOut, yunet: Path) -> tuple[int, list[list[str]]]:
    """How many photos show a face, and rows: whether maps and boxes cover the largest one, which no training used."""
    finder = YuNet(yunet.read_bytes())
    shown = [
        (rgb, face, scene)
        for path, scene in zip(photos.paths, photos.scene, strict=True)
        if (face := _face(finder, rgb := opened(path))) is not None
    ]
    rows = []
    for name, made in MAPS.items():
        told = np.array([_covers(made(rgb), face) for rgb, face, _ in shown])
        measures = {part: mean_of(column) for part, column in zip(("auc", "covered", "area"), told.T, strict=True)}
        rows.append([name, *cells(measures, np.array([scene for _, _, scene in shown]))])
    return len(shown), rows


def _face(finder: YuNet, rgb: U8) -> np.ndarray | None:
    """x0, y0, x1, y1 in pixels of the largest face, if it is large and sure."""
    found = finder.find(rgb, SURE_FACE)[:, :4]
    areas = (found[:, 2] - found[:, 0]) * (found[:, 3] - found[:, 1])
    large = len(found) > 0 and areas.max() >= LARGE_FACE * rgb.shape[0] * rgb.shape[1]
    return found[areas.argmax()] / np.array(rgb.shape[1::-1] * 2) if large else None


def _covers(saliency: F32, face: np.ndarray) -> tuple[float, float, float]:
    """Pixel AUC of the face's box, whether the subject's box has it, and how much of the frame that box takes."""
    height, width = saliency.shape
    x0, y0, x1, y1 = face
    inside = np.zeros(saliency.shape, np.bool_)
    inside[
        max(0, int(y0 * height)) : max(1, round(y1 * height)), max(0, int(x0 * width)) : max(1, round(x1 * width))
    ] = True
    subject = next(iter(find_subjects(saliency)), None)
    if subject is None:
        return pixel_auc(saliency, inside), 0.0, 0.0
    a0, b0, a1, b1 = subject.box
    shared = max(0.0, min(x1, a1) - max(x0, a0)) * max(0.0, min(y1, b1) - max(y0, b0))
    return pixel_auc(saliency, inside), float(shared >= COVERED * (x1 - x0) * (y1 - y0)), subject.area


def cells(measures: Mapping[str, Measure], scene: np.ndarray) -> list[str]:
    """`.85 [.81, .89]`: each measure and its 95 % interval over scenes."""
    intervals = bootstrap_intervals(measures, scene)
    return [
        f"{at_once(measure, len(scene)):.2f} [{intervals[name][0]:.2f}, {intervals[name][1]:.2f}]".replace("0.", ".")
        for name, measure in measures.items()
    ]
