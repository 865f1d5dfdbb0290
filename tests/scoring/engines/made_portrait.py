"""A drawn face with eyes, or with glasses before them."""

from __future__ import annotations

import cv2
import numpy as np

EDGE_PX = 800
SKIN = (210, 170, 150)


def portrait(face, *, lens=None, glint=None, blur_px=0.0, exposure=1.0):
    """A disc of skin with two dark irises in white, or lenses of one colour over them, perhaps with a glint on each eye."""
    picture = np.full((EDGE_PX, EDGE_PX, 3), 60, np.uint8)
    cv2.circle(picture, (EDGE_PX // 2, EDGE_PX // 2), 200, SKIN, -1)
    for x, y in face.eyes:
        centre = (round(x * EDGE_PX), round(y * EDGE_PX))
        cv2.ellipse(picture, centre, (16, 9), 0, 0, 360, (250, 250, 250), -1)
        cv2.circle(picture, centre, 7, (50, 30, 20), -1)
        if lens is not None:
            cv2.circle(picture, centre, 44, lens, -1)
        if glint is not None:
            cv2.circle(picture, centre, 30, glint, -1)
            cv2.circle(picture, centre, 7, (50, 30, 20), -1)
    if blur_px:
        picture = cv2.GaussianBlur(picture, (0, 0), blur_px)
    return (picture * exposure).astype(np.uint8)
