"""The entry that a training run writes beside its weights: plain TOML, complete enough to ship as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping

from scoring.training.recipe import Recipe

HEAD = """\
name = "{name}"
summary = "The ratings, 1..10, that people would give a photo's quality: MobileNetV2, ten buckets, softmax, EMD (r = 2)"
paper = "NIMA, Talebi & Milanfar 2018, arXiv:1709.05424; pooled levels as in MLSP, Hosu et al. 2019, arXiv:1904.01382"
licence = "Apache-2.0"
recipe = "{name}"
range = "ten probabilities of the ratings 1..10 that sum to 1"

[data]
statement = "Fine-tuned on BIQ2021 (Ahmed & Asif 2022): photos of its train split, each with the mean opinion of about 30 \
people, all but those held out for validation. The set was published for research without a licence file; none of its pictures are \
passed on here."
backbone = "MobileNetV2 trained on ImageNet, Apache-2.0 (google-coral/test_data, tf2_mobilenet_v2_1.0_224_ptq)"
measures = "perceived technical and overall quality, not beauty"
spread = "a prior, not learned: BIQ2021 gives means only, so each target has the spread that AVA's voters showed at that mean"
"""


def entry_toml(
    plan: Recipe,
    digests: Mapping[str, tuple[str, str]],
    results: Mapping[str, Mapping[str, object]],
    start: Mapping[str, Mapping[str, object]],
    percentiles: list[float],
) -> str:
    """The whole entry as TOML text; `digests` maps format -> (file name, sha256)."""
    shape = plan.preprocessing
    parts = [HEAD.format(name=plan.name)]
    parts += [f'[files.{kind}]\nfile = "{file}"\nsha256 = "{digest}"\n' for kind, (file, digest) in digests.items()]
    parts.append(
        "[preprocessing]\n# RGB, sRGB, values in [0, 1], less mean, over sd\n"
        f'fit = "{shape.fit}"\n'
        f"edge_px = {shape.edge_px}\nlong_edge_px = {shape.long_edge_px}\nmultiple_of_px = {shape.multiple_of_px}\n"
        f"mean = {list(shape.mean)}\nsd = {list(shape.sd)}\n"
    )
    parts.append(
        f'[validation]\nsplit = "{plan.split.validation_share:.0%} of each subset by near-duplicate scene '
        f'(cosine {plan.split.near_duplicate_cosine}), intervals by bootstrap over scenes"\n'
        f"chosen_by_it = {json.dumps(plan.split.chosen_by_it, ensure_ascii=False)}\n"
    )
    parts += [table(f"validation.{name}", values) for name, values in results.items()]
    parts += [table(f"validation_of_the_start.{name}", values) for name, values in start.items()]
    parts.append(
        f"[percentiles]\n# mean ratings of the held-out photos at the 0th .. 100th percentile\nmean_rating = {percentiles}\n"
    )
    return "\n".join(parts)


def table(name: str, values: Mapping[str, object]) -> str:
    """One TOML table of numbers and lists of numbers."""
    return "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in values.items())]) + "\n"
