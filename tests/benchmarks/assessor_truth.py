"""What is known of how right the assessors are: `python -m tests.benchmarks.assessor_truth PHOTOS --biq2021 DIR`.

Writes `docs/assessors.md`: ladders made from the photos of a folder, and agreement with people.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

from assist_cli.render.markdown_table import markdown_table
from tests.benchmarks import assessors
from tests.benchmarks.ladders import blur_steps, damage_steps, light_steps
from tests.benchmarks.ladders.ladder import Ladder
from tests.benchmarks.truth import blur_kinds, climbs, exposure_error, people
from tests.benchmarks.truth.photos import BY_NAME, Photo, middle, photos_in

LADDERS: tuple[Ladder, ...] = (
    light_steps.EXPOSURE,
    light_steps.WARMTH,
    light_steps.TINT,
    light_steps.CONTRAST,
    blur_steps.DEFOCUS_SHARPNESS,
    blur_steps.DEFOCUS_FOCUS,
    blur_steps.MOVEMENT_SHARPNESS,
    blur_steps.MOVEMENT_FOCUS,
    damage_steps.NOISE,
    damage_steps.JPEG,
)
TALK = Console(stderr=True)
ROUNDS = 12
"""The best of so many passes is counted, so that other work on the machine counts little."""
COST_HEAD = ["step", "ms"]
INTRODUCTION = """\
# What is known of the assessors

Made by `python -m tests.benchmarks.assessor_truth PHOTOS --biq2021 DIR`; run it on your own photos. Larger photos are cut to
their middle, never scaled. Thresholds were set with the same 16 camera photos in view, so that others will do a little worse;
what misses its mark is printed too.
"""
LADDER_WORDS = """\
Each photo is made worse by known steps, and what the assessor says must follow: Spearman's correlation, photo by photo, over the
steps that it judged. A photo with fewer than four such steps is not counted.
"""
ERROR_WORDS = """\
`ev_offset` of each photo re-exposed by a step in linear light and clipped, less that of the photo as it was taken.
"""
BLUR_WORDS = """\
Every photo as taken, defocused by discs of 4, 6 and 8 px, moved by 12 px along and across and by 24 px aslant twice;
and, where a subject is named and sharp, with all but the subject defocused by discs of 8 and 16 px: that must never be called soft.
"""
COST_WORDS = """\
Milliseconds of one core for a photo of 9 megapixels, beyond decoding it, on the machine that wrote this page
(`python -m tests.benchmarks.assessors PHOTOS` alone), without the weights for faces, which add some 8 ms where a face counts.
First what the assessors share, then what each adds. The goal of 25 for all together is missed. The first two lines, which look at
every pixel once for brightness and once for the screen-size copy, with the networks for exposure (about 2.4 ms) and for the
subject (about 4, in place of 2 before it, for boxes that are right nearly twice as often) take two thirds of that goal.
What was tried: shared smaller copies, sums over integral pictures, fewer samples, maps and patches as far as readings
stay (an eighth less in all); both walks joined strip by strip (0.7 of 8.5 ms); and page faults, of which there were none to save.
"""
PEOPLE_WORDS = """\
Spearman's correlation with people's mean opinion within each part of BIQ2021, on the 840 photos held out, with a 95 %
interval over scenes and the number of photos judged. Those photos are 512 px small: focus abstains on all of them.
"""


def ladder_part(photos: Sequence[Photo]) -> list[str]:
    """The ladders' table and that of the exposure error."""
    rows, errors = [climbs.HEAD], [exposure_error.HEAD]
    for ladder in (one for one in LADDERS if one.assessor in BY_NAME):
        title = f"{ladder.name}, {ladder.assessor}"
        climbed = [climbs.climb(ladder, photo) for photo in track(photos, title, console=TALK)]
        rows.append(climbs.row(ladder, climbed))
        if ladder is light_steps.EXPOSURE:
            errors += exposure_error.rows(climbed)
    return [
        *("## Ladders", "", LADDER_WORDS, *markdown_table(rows), ""),
        *("## Exposure in EV", "", ERROR_WORDS, *markdown_table(errors), ""),
    ]


def blur_part(photos: Sequence[Photo]) -> list[str]:
    """The table of blur kinds."""
    told = [pair for photo in track(photos, "kinds of blur", console=TALK) for pair in blur_kinds.verdicts(photo)]
    table = markdown_table([blur_kinds.HEAD, *blur_kinds.rows(told)])
    return ["## Movement or defocus", "", BLUR_WORDS, *table, "", blur_kinds.never_soft(told), ""]


def cost_part(photos: Sequence[Photo]) -> list[str]:
    """The table of what each assessor costs; nothing where no photo has 9 megapixels."""
    large = assessors.large_enough(photos)
    rows = [[name, f"{milliseconds:.1f}"] for name, milliseconds in assessors.table(large, ROUNDS)] if large else []
    return ["## Cost", "", COST_WORDS, *markdown_table([COST_HEAD, *rows]), ""] if rows else []


def people_part(biq2021: Path) -> list[str]:
    """The table of agreement with people."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = people.measured(biq2021, Path(scratch))
    return ["## Against people", "", PEOPLE_WORDS, *markdown_table([["", *people.PARTS], *rows]), ""]


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, metavar="PHOTOS", help="a folder of full-size photos")
    parser.add_argument(
        "--biq2021", type=Path, metavar="DIR", help="BIQ2021 with its labels, for agreement with people"
    )
    parser.add_argument("--output", type=Path, default=Path("docs/assessors.md"))
    options = parser.parse_args()
    found = list(photos_in(options.photos))
    photos = [middle(photo) for photo in found]
    lines = [INTRODUCTION, f"{len(photos)} photos.", "", *ladder_part(photos), *blur_part(photos), *cost_part(found)]
    lines += people_part(options.biq2021) if options.biq2021 else []
    options.output.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
