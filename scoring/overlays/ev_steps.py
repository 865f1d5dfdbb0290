"""A map in EV as steps from -3 to +3: the step of every pixel, its colour, and a figure for each large area."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import F32, U8

MOST_EV = 3
"""The outermost steps hold everything beyond (issue "Factor assessors a photographer believes": -3 .. +3 EV)."""
STOP_COLOURS = np.array(
    [list(bytes.fromhex(code)) for code in ("0d2a63", "1f5296", "5b86b8", "989898", "d99a4a", "f4c653", "fff4b8")],
    np.uint8,
)
"""(7, 3) uint8, one a stop: blue = dark, grey = right, amber = bright. Lightness rises with every stop, as the photo's own does,
so that the map reads in grey; under simulated colour blindness (Machado et al. 2009) neighbours stay apart, which a test
checks."""
SMALLEST_AREA = 0.0003
"""Islands smaller than this share of the picture are speckle of texture and take their neighbours' step."""
SMALLEST_LABELLED = 0.02
"""Share of what is told from which an area has a figure."""
MOST_LABELS = 8
LEAST_ROOM_PX = 16
"""Half the height of a figure's plate: in a narrower area it would cover more of the neighbours."""

Steps = npt.NDArray[np.uint8]
"""(h, w) uint8, index into the steps of an `EvScale`, or `UNTOLD`."""
UNTOLD = 255
"""The step of what is on none: nothing is known of its exposure."""


@dataclass(frozen=True)
class EvScale:
    """Steps of `step_ev` EV, which divides one: whole stops for a map full of contrast, half stops for an even one."""

    step_ev: float

    @property
    def count(self) -> int:
        """How many steps there are."""
        return round(2 * MOST_EV / self.step_ev) + 1

    @property
    def steps_ev(self) -> npt.NDArray[np.float64]:
        """(count,) the middle of each step."""
        return np.linspace(-MOST_EV, MOST_EV, self.count)

    @property
    def colours(self) -> U8:
        """(count, 3) uint8 sRGB."""
        stops = np.arange(-MOST_EV, MOST_EV + 1)
        channels = [np.interp(self.steps_ev, stops, channel) for channel in STOP_COLOURS.T]
        return np.asarray(np.rint(np.stack(channels, axis=1)), np.uint8)

    def of(self, ev: F32) -> Steps:
        """(h, w) float32 EV -> the nearest step of every pixel, without speckle."""
        return without_speckle(np.rint((np.clip(ev, -MOST_EV, MOST_EV) + MOST_EV) / self.step_ev).astype(np.uint8))

    def shares(self, steps: Steps) -> list[float]:
        """Share of the picture on each step, in [0, 1]; what is on none (`UNTOLD`) is left out."""
        return [float(count) / steps.size for count in np.bincount(steps.ravel(), minlength=self.count)[: self.count]]


@dataclass(frozen=True)
class EvLabel:
    """`at`: x, y of an area's innermost point, in pixels; `ev`: its median."""

    at: tuple[float, float]
    ev: float
    room_px: float
    """Distance from there to the area's edge."""


def without_speckle(areas: Steps) -> Steps:
    """(h, w) uint8 of any kinds of areas: specks take the kind of what surrounds them."""
    reach = max(3, round(np.sqrt(SMALLEST_AREA * areas.size)) | 1)
    return np.asarray(cv2.medianBlur(areas, reach), np.uint8) if min(areas.shape) > reach else areas


def step_edges(steps: Steps) -> npt.NDArray[np.bool_]:
    """(h, w) bool: pixels whose right or lower neighbour is of another step: contour lines half way between steps."""
    edges = np.zeros(steps.shape, np.bool_)
    edges[:, :-1] |= steps[:, :-1] != steps[:, 1:]
    edges[:-1] |= steps[:-1] != steps[1:]
    return edges


def ev_labels(ev: F32, steps: Steps) -> list[EvLabel]:
    """Figures for the largest connected areas, the roomiest first."""
    told = steps != UNTOLD
    least_px = SMALLEST_LABELLED * float(np.count_nonzero(told))
    areas = [area for step in np.unique(steps[told]).tolist() for area in _areas(steps == step, least_px)]
    roomy = [label for label in (_label(ev, area) for area in areas) if label.room_px >= LEAST_ROOM_PX]
    return sorted(roomy, key=lambda found: -found.room_px)[:MOST_LABELS]


def _areas(on_step: npt.NDArray[np.bool_], least_px: float) -> list[U8]:
    """The connected areas of a step that are large enough for a figure, (h, w) uint8 of 0 and 1 each."""
    count, areas, facts, _ = cv2.connectedComponentsWithStats(on_step.astype(np.uint8), connectivity=4)
    large = [n for n in range(1, count) if facts[n, cv2.CC_STAT_AREA] >= least_px]
    return [np.asarray(areas == number, np.uint8) for number in large]


def _label(ev: F32, area: U8) -> EvLabel:
    # Framed, so that the picture's border counts as the area's edge.
    inside = cv2.distanceTransform(np.pad(area, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    y, x = divmod(int(np.argmax(inside)), inside.shape[1])
    return EvLabel((float(x), float(y)), float(np.median(ev[area > 0])), float(inside[y, x]))
