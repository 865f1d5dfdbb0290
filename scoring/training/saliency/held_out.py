"""How well a saliency network finds subjects that training never saw: as photographed, blurred all over, and on other grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import numpy.typing as npt
import torch

from scoring.crops.different import overlap
from scoring.engines.network_input import fitted
from scoring.metrics.subject_map import f_by_threshold, pixel_auc
from scoring.models.full_precision import full_precision
from scoring.models.saliency_network import SaliencyNetwork
from scoring.subject import find_subjects
from scoring.training.saliency.composites import composite
from weights.entry import Preprocessing

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Known = tuple[U8, U8]
Results = dict[str, dict[str, object]]

HELD_OUT = 2
"""Makes the seed of a held-out photo's ground differ from whatever else the recipe's seed draws."""
BLUR_SHARE = 0.008
"""Sigma of the blur that hides what was in focus, of the long edge: 4 px of 512."""


def held_out_results(network: SaliencyNetwork, known: Sequence[Known], wanted: Preprocessing, seed: int) -> Results:
    """(S, S, 3) uint8 sRGB photos and their (S, S) masks -> measures of `agreement` for each of `variants`."""
    return {name: agreement(network, pairs, wanted) for name, pairs in variants(known, seed).items()}


def variants(known: Sequence[Known], seed: int) -> dict[str, list[Known]]:
    """The photos as they are (`focus`), wholly blurred so that focus tells nothing (`blurred`), and their subjects on each
    other's grounds (`composite`)."""
    return {
        "focus": list(known),
        "blurred": [(wholly_blurred(rgb), mask) for rgb, mask in known],
        "composite": list(_composites(known, seed)),
    }


def wholly_blurred(rgb: U8) -> U8:
    """(H, W, 3) uint8 -> the same without fine detail."""
    return np.asarray(cv2.GaussianBlur(rgb, (0, 0), BLUR_SHARE * max(rgb.shape)), np.uint8)


def _composites(known: Sequence[Known], seed: int) -> Iterator[Known]:
    for place, (rgb, mask) in enumerate(known):
        generator = np.random.default_rng((seed, HELD_OUT, place))
        ground, around = known[(place + len(known) // 2) % len(known)]
        made, truth = composite(rgb, mask.astype(np.float32), without_subject(ground, around), generator)
        yield made, (truth > 0.5).astype(np.uint8)


def without_subject(rgb: U8, mask: U8) -> U8:
    """The photo with its subject painted over from what surrounds it (Telea 2004), so that only one thing is there to find."""
    small = cv2.resize(rgb, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    hole = cv2.dilate(cv2.resize(mask, small.shape[1::-1], interpolation=cv2.INTER_AREA), np.ones((5, 5), np.uint8))
    painted = cv2.resize(
        cv2.inpaint(small, hole, 3, cv2.INPAINT_TELEA), rgb.shape[1::-1], interpolation=cv2.INTER_CUBIC
    )
    soft = cv2.GaussianBlur(cv2.dilate(mask, np.ones((9, 9), np.uint8)).astype(np.float32), (0, 0), 3.0)[..., None]
    return np.asarray(np.rint(soft * painted + (1.0 - soft) * rgb), np.uint8)


def agreement(network: SaliencyNetwork, pairs: Sequence[Known], wanted: Preprocessing) -> dict[str, object]:
    """`photos`, `auc` (pixels), `max_f`, `box_iou` of the first subject's box: means over photos."""
    measured = [agreement_of(_map(network, rgb, wanted), mask) for rgb, mask in pairs]
    aucs, curves, boxes = zip(*measured, strict=True)
    return {
        "photos": len(pairs),
        "auc": round(float(np.nanmean(aucs)), 3),
        "max_f": round(float(np.mean(curves, axis=0).max()), 3),
        "box_iou": round(float(np.mean(boxes)), 3),
    }


def agreement_of(saliency: F32, mask: U8) -> tuple[float, npt.NDArray[np.float64], float]:
    """Pixel AUC, F by threshold, and overlap of the boxes, of one photo."""
    size = (saliency.shape[1], saliency.shape[0])
    truth = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.5
    found = find_subjects(saliency)
    x, y, width, height = cv2.boundingRect(mask)
    box = np.array([x, y, x + width, y + height]) / np.array(mask.shape[::-1] * 2)
    overlapping = overlap(np.array(found[0].box), box) if found else 0.0
    return pixel_auc(saliency, truth), f_by_threshold(saliency, truth), overlapping


def _map(network: SaliencyNetwork, rgb: U8, wanted: Preprocessing) -> F32:
    with full_precision(), torch.inference_mode():
        answer = network.eval()(torch.from_numpy(fitted(rgb, wanted)[None]))
    return np.asarray(torch.sigmoid(answer[0]).numpy(), np.float32)
