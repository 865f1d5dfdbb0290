"""What is known of subjects: `python -m tests.benchmarks.saliency_truth PHOTOS --biq2021 DIR --yunet FILE`.

Writes `docs/subject.md`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np

from assist_cli.render.markdown_table import markdown_table
from scoring.saliency import F32, U8, saliency_map
from scoring.shrink import shrunk_to_long_edge
from tests.benchmarks.truth.boolean_map_saliency import boolean_map_saliency
from tests.benchmarks.truth.photos import photos_in
from tests.benchmarks.truth.subject_maps import face_rows, focus_rows, held_out

SMALL_PX = 512
"""Long edge of the copy that the map is made of (`Frame.small`)."""
ROUNDS = 8
"""The best of so many passes is counted, so that other work on the machine counts little."""
INTRODUCTION = """\
# What is known of the subject finder

Made by `python -m tests.benchmarks.saliency_truth PHOTOS --biq2021 DIR --yunet FILE`.

A small network (`saliency.biq2021`) says of each place of a photo how likely it shows the subject; the subject's box is drawn
round the heaviest connected region of that. Nobody drew subjects by hand for it. It learned from photos in which only one thing is
sharp: there the photographer's own focus tells what the photo is of. It is compared with what shipped before it, a published
method without learning (Boolean maps, Zhang & Sclaroff 2013, and the border contrast of MB+, Zhang et al. 2015).
"""
FOCUS_WORDS = """\
## Photos whose focus tells their subject

Photos of BIQ2021 held out of all training by scene; a rule chosen on training photos finds those in which only one compact thing
is sharp, and its outline. Of the held-out masks, looked at one by one, about nine in ten lie on what the photo is of; smooth parts
(a cheek, a shirt) are missing from some.

- **focus**: as photographed. **blurred**: wholly, by a Gaussian of 2.6 px at 320 px, so that focus tells a map nothing.
  **composite**: the subject on another photo's ground, whose own subject is painted over.
- **AUC**: how often a place of the subject is more salient than one beside it. **Max F**: at the best threshold, beta squared 0.3.
  **Box**: intersection over union of the subject's box with the mask's. **Box right**: in so many photos that is at least .5.
- Brackets: 95 % intervals from 1,000 bootstrap draws of whole scenes.
"""
FACE_WORDS = """\
## Faces

No face was marked in training, so that faces are evidence of another kind. Held-out photos in which YuNet finds one surely
(confidence .8) of at least half a percent of the frame: {count}. **Covered**: half of the largest face lies in the subject's box,
which takes **box area** of the frame: a larger box covers more by chance.

Faces are where the network gained nothing: skin is smooth, and two fifths of the faces in training photos lie mostly outside the
masks that focus gave. Where a face finder is installed, faces found come before the map.
"""


def cost_part(camera: Path) -> list[str]:
    """What a map costs, mean over the photos of a folder."""
    cv2.setNumThreads(1)
    small = [shrunk_to_long_edge(photo.rgb, SMALL_PX) for photo in photos_in(camera)]
    ours, before = (np.mean([best_ms(made, rgb) for rgb in small]) for made in (saliency_map, boolean_map_saliency))
    words = (
        f"One map costs {ours:.1f} ms of one core beyond the 512 px copy that other readers share; "
        f"Boolean maps cost {before:.1f} ms."
    )
    return ["## Cost", "", words, ""]


def best_ms(made: Callable[[U8], F32], rgb: U8) -> float:
    """The best of several passes."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        made(rgb)
        spent.append(time.thread_time() - begun)
    return 1000 * min(spent)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, metavar="PHOTOS", help="a folder of photos, for the cost")
    parser.add_argument(
        "--biq2021", type=Path, metavar="DIR", required=True, help="BIQ2021, whose held-out side is measured"
    )
    parser.add_argument(
        "--yunet", type=Path, metavar="FILE", help="the face detector's ONNX file, for the part on faces"
    )
    parser.add_argument("--output", type=Path, default=Path("docs/subject.md"))
    options = parser.parse_args(arguments)
    photos = held_out(options.biq2021)
    head = ["pictures", "map", "photos", "AUC", "max F", "box", "box right"]
    lines = [INTRODUCTION, FOCUS_WORDS, *markdown_table([head, *focus_rows(photos)]), ""]
    if options.yunet:
        count, rows = face_rows(photos, options.yunet)
        lines += [FACE_WORDS.format(count=count), *markdown_table([["map", "AUC", "covered", "box area"], *rows]), ""]
    options.output.write_text("\n".join([*lines, *cost_part(options.photos)]).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
