"""The entry that a training run writes beside its weights: plain TOML, complete enough to ship as it is."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping

from scoring.training.recipe_tables import Recipe

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
"""TOML 1.0: keys that need no quotes."""


def entry_toml(
    plan: Recipe,
    digests: Mapping[str, tuple[str, str]],
    spread: str,
    results: Mapping[str, Mapping[str, object]],
    start: Mapping[str, Mapping[str, object]],
    percentiles: list[float],
) -> str:
    """The whole entry as TOML text; `digests` maps format -> (file name, sha256), `spread` tells how targets got their width."""
    shape = plan.preprocessing
    card = plan.card
    parts = [
        facts(
            name=plan.name,
            summary=card.summary,
            paper=card.paper,
            licence=card.licence,
            recipe=plan.name,
            dataset=plan.dataset,
            range="ten probabilities of the ratings 1..10 that sum to 1",
        ),
        "[data]\n" + facts(statement=card.data, backbone=card.backbone, measures=card.measures, spread=spread),
        "[network]\n" + facts(**dataclasses.asdict(plan.network)),
    ]
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
    parts += [table(f"validation.{key_of(name)}", values) for name, values in results.items()]
    parts += [table(f"validation_of_the_start.{key_of(name)}", values) for name, values in start.items()]
    parts.append(
        f"[percentiles]\n# mean ratings of the held-out photos at the 0th .. 100th percentile\nmean_rating = {percentiles}\n"
    )
    return "\n".join(parts)


def facts(**values: str | float) -> str:
    """`key = value` lines: JSON writes texts and numbers as TOML does."""
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def key_of(name: str) -> str:
    """`ss01`, `"Black and White"`: TOML's key, in quotes where it must be."""
    return name if BARE_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def table(name: str, values: Mapping[str, object]) -> str:
    """One TOML table of numbers and lists of numbers."""
    return "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in values.items())]) + "\n"
