"""How well groups are found, by what else is known, and what it costs.

`python -m tests.benchmarks.groups PHOTOS_DIR --biq2021 DIR`. Groups are planted from single pictures (`tests.benchmarks.planted`):
bursts, the same scene minutes later, copies, exposure brackets, focus stacks, panoramas; and hard negatives that follow one
another in seconds: two ends of one picture, another viewpoint, the most alike of all pictures. Thresholds are chosen on `tuning`;
`held-out` are pictures that neither they nor the embedding were made from.
"""

from __future__ import annotations

import argparse
from collections import Counter

import cv2

from scoring.groups.group_photos import group_photos
from scoring.groups.same_scene import ALIKE_FROM
from tests.benchmarks.planted.evidence import VARIANTS, library_of
from tests.benchmarks.planted.library import BRACKET, BURST, COPY, FOCUS_STACK, NEAR_DUPLICATE, PANORAMA
from tests.benchmarks.planted.measure import (
    interval_over_moments,
    kept_whole,
    pairs_found,
    pairs_planted,
    wilson,
    wrong_sets,
)
from tests.benchmarks.planted.shoots import planted_shoot
from tests.benchmarks.planted.sizes import grouping_cost
from tests.benchmarks.planted.sources import biq2021, photos_of

MOST_PICTURES = 600
SOFT = (BURST, NEAR_DUPLICATE, COPY)
"""What is ranked; pairs of sets that are kept whole count for precision, and as whole sets."""


def main():
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos")
    parser.add_argument("--biq2021", required=True)
    parser.add_argument("--tuning", action="store_true", help="the half that thresholds are chosen on, instead")
    parser.add_argument("--sizes", type=int, nargs="*", default=(10_000, 100_000))
    wanted = parser.parse_args()
    cv2.setNumThreads(1)
    half = "tuning" if wanted.tuning else "held-out"
    report(
        half, [planted_shoot(half, biq2021(wanted.biq2021, not wanted.tuning, MOST_PICTURES), seed) for seed in (1, 2)]
    )
    report("camera photos", [planted_shoot("camera", photos_of(wanted.photos), seed) for seed in range(1, 9)])
    for count in wanted.sizes:
        print(grouping_cost(count))


def report(name, shoots):
    """One table: a row for each variant of what else is known."""
    for variant in VARIANTS:
        libraries = [library_of(variant, moments) for moments in shoots]
        found = [(library, group_photos(*seen(library))) for library in libraries]
        print(f"\n{name}, {variant}: {sum(len(library.photos) for library in libraries)} photos")
        print(f"  precision {over(found, good_pairs, bad_pairs)}   recall {over(found, soft_found, soft_missed)}")
        for kind in SOFT:
            print(
                f"  recall of {kind}: {over(found, lambda *of, k=kind: hits(*of, (k,)), lambda *of, k=kind: misses(*of, (k,)))}"
            )
        for kind in (BRACKET, FOCUS_STACK, PANORAMA):
            counts = [kept_whole(library, groups, kind) for library, groups in found]
            whole, planted = sum(count[0] for count in counts), sum(count[1] for count in counts)
            print("  {} kept whole: {:.3f} ({:.3f} to {:.3f}) of {}".format(kind, *wilson(whole, planted), planted))
        wrong = Counter(group.kind.value for library, groups in found for group in wrong_sets(library, groups))
        print(f"  sets found where none is: {dict(wrong)}; wrong pairs: {wrong_pairs(found)}")


def seen(library):
    """The arguments of `group_photos`."""
    return library.photos, library.embeddings, library.glances.__getitem__, library.alike(ALIKE_FROM)


def over(found, good, bad):
    """The share of good among good and bad pairs, over all shoots, with its 95 % interval."""
    counts = [(library, good(library, groups), bad(library, groups)) for library, groups in found]
    hits_, misses_ = sum(len(count[1]) for count in counts), sum(len(count[2]) for count in counts)
    low, high = interval_over_moments(counts)
    return f"{hits_ / max(1, hits_ + misses_):.4f} ({low:.4f} to {high:.4f}) of {hits_ + misses_}"


def good_pairs(library, groups):
    """Found and planted, of any kind."""
    return pairs_found(groups) & pairs_planted(library, set(library.kinds))


def bad_pairs(library, groups):
    """Found, but not planted."""
    return pairs_found(groups) - pairs_planted(library, set(library.kinds))


def hits(library, groups, kinds):
    """Planted of these kinds, and found."""
    return pairs_planted(library, kinds) & pairs_found(groups)


def misses(library, groups, kinds):
    """Planted of these kinds, and not found."""
    return pairs_planted(library, kinds) - pairs_found(groups)


def soft_found(library, groups):
    """Found, of what is ranked."""
    return hits(library, groups, SOFT)


def soft_missed(library, groups):
    """Not found, of what is ranked."""
    return misses(library, groups, SOFT)


def wrong_pairs(found):
    """How many pairs of which kinds."""
    return dict(
        Counter(
            " + ".join(sorted({library.kinds[at] for at in pair}))
            for library, groups in found
            for pair in bad_pairs(library, groups)
        )
    )


if __name__ == "__main__":
    main()
