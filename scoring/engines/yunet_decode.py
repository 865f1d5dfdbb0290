"""From YuNet's twelve outputs to faces in pixels: boxes, five points and a confidence each, doubles removed."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]

STRIDES_PX = (8, 16, 32)
"""The three grids on which YuNet answers (Wu et al. 2023, section 3.1); its input must be a multiple of the coarsest."""
OVERLAP = 0.3
"""Intersection over union from which two boxes are one face: the default of OpenCV's FaceDetectorYN."""
LARGEST_LOG_SIZE = 8.0
"""A box of 3,000 cells holds any picture; more would overflow."""
COLUMNS = 15
"""Box x0, y0, x1, y1; x, y of right eye, left eye, nose, right and left corner of the mouth; confidence."""


def decode(outputs: Mapping[str, F32], width_px: int, least_confidence: float) -> F32:
    """Outputs for an input of this width -> (N, 15) float32, see `COLUMNS`, in pixels of the input, the surest first.

    Formulas and the geometric mean of the two confidences as in OpenCV's FaceDetectorYN (face_detect.cpp, 4.5.4 and later).
    """
    found = np.concatenate([_on_grid(outputs, stride, width_px, least_confidence) for stride in STRIDES_PX])
    if not len(found):
        return found
    boxes = np.column_stack([found[:, :2], found[:, 2:4] - found[:, :2]])
    kept = cv2.dnn.NMSBoxes(boxes.tolist(), found[:, -1].tolist(), least_confidence, OVERLAP)
    return np.asarray(found[np.asarray(kept, np.intp)], np.float32)


def _on_grid(outputs: Mapping[str, F32], stride: int, width_px: int, least_confidence: float) -> F32:
    """(N, 15): what the cells of one grid say that are sure enough."""
    face, thing, box, points = (outputs[f"{name}_{stride}"][0] for name in ("cls", "obj", "bbox", "kps"))
    confidence = np.sqrt(np.clip(face[:, 0], 0.0, 1.0) * np.clip(thing[:, 0], 0.0, 1.0))
    sure = np.flatnonzero(confidence >= least_confidence)
    rows, cols = np.divmod(sure, width_px // stride)
    cell = np.column_stack([cols, rows]).astype(np.float32)
    centre = (cell + box[sure, :2]) * stride
    half = np.exp(np.minimum(box[sure, 2:], LARGEST_LOG_SIZE)) * (stride / 2)
    landmarks = (points[sure].reshape(-1, 5, 2) + cell[:, None]) * stride
    columns = [centre - half, centre + half, landmarks.reshape(-1, 10), confidence[sure, None]]
    return np.asarray(np.hstack(columns), np.float32)
