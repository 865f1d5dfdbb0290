"""What is known of straightening and cropping: `python -m tests.benchmarks.crop_truth PHOTOS --biq2021 DIR`.

Writes `docs/crops.md`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from assist_cli.render.markdown_table import markdown_table
from tests.benchmarks.truth import crop_costs, planted_crops, tilts

TALK = Console(stderr=True)
PART = "ss03"
"""Of BIQ2021: sharp pictures by many photographers."""
INTRODUCTION = """\
# What is known of straightening and cropping

Made by `python -m tests.benchmarks.crop_truth PHOTOS --biq2021 DIR`; run it on your own photos.
"""
TILT_WORDS = """\
Each photo, at 512 px, is turned about its middle by 1 to 8 degrees, twice each way, and cut to the largest box inside, so that no
border tells. Half of the photos, by a hash of their names, are reported here; constants were chosen, and what a line's vote is
worth was learned, on the other half.

- **Straight lines**: of LSD's segments within 12 degrees of upright or level, found in the photo as it is, at least half of the
  length, and one and a half long edges, lies within 3 degrees. **Level**: within 1 degree. The finder's own reading has no part in
  either. Only of level photos is the right angle known.
- **Change found**: the angle read, less the angle read on the photo as it is, is the planted one within half a degree. **Angle
  found**: the angle read itself is; what the photographer held crooked counts against it. An abstention finds nothing.
- **As they are, corrected**: photos nobody turned that would be turned by more than one degree. Many of them are crooked.
- Brackets: 95 % intervals over photos. No photo here has an EXIF roll.

Every line votes for the rolls it would suit, and a small network tells from all votes how likely each roll is; it learned that
from photos turned by known angles. A roll is told where its chance is 85 % or more. Nine of the reported photos share a scene
with one that it learned from; without them the table is the same.

The pictures were looked at. Of the 36 that would be turned as they are, about half are crooked; the others are hillsides, a
beach and snow that slope, a bed, a tray, a painted pattern, crowds, so that about 2 % of all photos are turned for nothing. On
the half that constants were chosen on, nine misses in ten are abstentions or off by less than a degree. Of the 35 photos missed
most often there, in about a third a person could tell level to half a degree, mostly by a faint sea horizon; the others are
forests, hills, drapery, food, and people before a blur. So some 15 % of the photos with straight lines show no level that
anybody could tell so finely.
"""


CROP_WORDS = """\
Photos of BIQ2021 that the ranker has not learned from, held out by scene. What draws the eye is our own finding, so that the
first two lines say that the ranker keeps to it, not that it is right. A canvas is the photo with flat, smeared or mirrored
ground round it. Overlap is intersection over union with the photo. No person judged a crop.
"""


COST_WORDS = """\
Beyond decoding and the 512 px copy that other readers share, in ms of one core, the best of several passes; the goal is 15 ms on
two cores. The first column is what `assist crop` does unasked.
"""


def tilt_paths(camera: Path, biq2021: Path | None) -> list[Path]:
    """The reported half of the photos of a folder and of one part of BIQ2021."""
    more = sorted((biq2021 / "images").glob(f"{PART}_*")) if biq2021 else []
    return [path for path in [*sorted(camera.iterdir()), *more] if tilts.is_reported(path.name)]


def tilt_part(camera: Path, biq2021: Path | None) -> list[str]:
    """The table of planted tilts."""
    paths = tilt_paths(camera, biq2021)
    told = [tilts.readings(photo) for photo in track(tilts.straight_photos(paths), "tilts", len(paths), console=TALK)]
    table = markdown_table([tilts.HEAD, *tilts.rows(told)])
    return ["## Planted tilts", "", TILT_WORDS, *table, ""]


def crop_part(biq2021: Path) -> list[str]:
    """Planted crops on photos that the ranker has not learned from."""
    paths = planted_crops.held_out(biq2021, PART)
    told = list(track(planted_crops.planted(paths), "crops", len(paths), console=TALK))
    first, found = planted_crops.rows(told)
    kept, cropped = (100 * float(np.mean([getattr(one, name) for one in told])) for name in ("kept", "cropped"))
    return [
        *("## Planted crops", "", CROP_WORDS),
        *markdown_table([["the photo against a crop that", "comes first"], *first]),
        *("", f"Found again on a canvas, by the best of the grid's anchors ({len(told)} photos):", ""),
        *markdown_table([["by", "mean overlap"], *found]),
        "",
        f"As they are, {kept:.0f} % of these photos are kept uncropped; on a canvas a crop is advised for {cropped:.0f} %.",
        "",
    ]


def cost_part(camera: Path) -> list[str]:
    """What crops and straightening cost."""
    return ["## Cost of crops", "", COST_WORDS, *markdown_table([crop_costs.HEAD, *crop_costs.rows(camera)]), ""]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, metavar="PHOTOS", help="a folder of photos")
    parser.add_argument("--biq2021", type=Path, metavar="DIR", help="BIQ2021, for many more photos")
    parser.add_argument("--output", type=Path, default=Path("docs/crops.md"))
    options = parser.parse_args(arguments)
    lines = [INTRODUCTION, *tilt_part(options.photos, options.biq2021), *cost_part(options.photos)]
    lines += crop_part(options.biq2021) if options.biq2021 else []
    options.output.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
