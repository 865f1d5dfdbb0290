"""How far results move where a JPEG is decoded otherwise than by libjpeg-turbo: `python -m tests.benchmarks.decoders_apart PHOTOS`.

All of it that can be measured without a GPU. PHOTOS, a folder of JPEGs, are decoded as always and then in two other ways: with
chroma repeated and not interpolated, as torchvision 0.29 has nvJPEG do it (by nvJPEG's default flags); and with one code more or
less in a few pixels, as another rounding gives. Printed as Markdown: for each number that is told the furthest and the mean
difference, and of how many photos it is more than a hundredth; and of how many any sentence differs.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import numpy.typing as npt
import simplejpeg

from index.photo.files import find_assets
from index.photo.record import Asset
from scoring.judge import Judge, Judgement, open_judge
from tests.benchmarks.told_apart import differences_of

TOLERANCE = 1e-2
"""Issue "As fast as the photos can be decoded"."""
SENTENCES = "any sentence"
ROUNDED_OTHERWISE = 0.02
"""Share of the pixels, a choice: what an exact decoder with another rounding would change at least."""

decode: Callable[..., npt.NDArray[np.uint8]] = simplejpeg.decode_jpeg


def rounded_otherwise(*arguments: Any, **named: Any) -> npt.NDArray[np.uint8]:
    """As `simplejpeg.decode_jpeg`, in some pixels one code more or less, the same in all channels."""
    rgb = np.asarray(decode(*arguments, **named), np.uint8)
    drawn = np.random.default_rng(0).random(rgb.shape[:2], np.float32)
    off = (drawn < ROUNDED_OTHERWISE / 2).astype(np.int16) - (drawn > 1 - ROUNDED_OTHERWISE / 2)
    return np.clip(rgb + off[..., None], 0, 255).astype(np.uint8)


WAYS: dict[str, Callable[..., npt.NDArray[np.uint8]]] = {
    "chroma repeated": partial(decode, fastupsample=True),
    f"one code more or less in {ROUNDED_OTHERWISE:.0%} of the pixels": rounded_otherwise,
}


def apart_of(judge: Judge, asset: Asset, way: Callable[..., npt.NDArray[np.uint8]]) -> dict[str, float]:
    """By what is told of one photo, how far the two are apart; nothing of one that cannot be read."""
    here = judge.judge(asset)
    with patch.object(simplejpeg, "decode_jpeg", way):
        there = judge.judge(asset)
    if not (isinstance(here, Judgement) and isinstance(there, Judgement)):
        return {}
    same = all(one.reasons == there.assessments[name].reasons for name, one in here.assessments.items())
    return {**dict(differences_of(here, there)), SENTENCES: float(not same)}


def print_apart(name: str, judge: Judge, assets: list[Asset]) -> None:
    """Markdown, of one way."""
    apart = defaultdict(list)
    for asset in assets:
        for told, difference in apart_of(judge, asset, WAYS[name]).items():
            apart[told].append(difference)
    print(f"\n{name}, {len(apart[SENTENCES])} photos\n")
    print(f"| told | furthest | mean | photos beyond {TOLERANCE:g} |\n|---|---|---|---|")
    for told, differences in apart.items():
        beyond = sum(difference > TOLERANCE for difference in differences)
        print(f"| {told} | {max(differences):.4f} | {np.mean(differences):.4f} | {beyond} |")


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every so-many-th photo of the folder")
    options = parser.parse_args()
    judge = open_judge("cpu")
    assets = [found for found in find_assets([options.photos]) if isinstance(found, Asset)]
    for name in WAYS:
        print_apart(name, judge, assets[:: options.every])


if __name__ == "__main__":
    main()
