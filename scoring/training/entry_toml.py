"""The entry that a training run writes beside its weights: plain TOML, complete enough to ship as it is."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from scoring.training.recipe_tables import Recipe

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
"""TOML 1.0: keys that need no quotes."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What a run found out, for the entry to tell."""

    spread: str
    """Where the width of the distributions comes from."""
    split: str
    """How the photos held out were chosen."""
    results: Mapping[str, Mapping[str, object]]
    """On them, overall and by subset."""
    start: Mapping[str, Mapping[str, object]]
    """The same before fine-tuning; empty for a random head."""
    percentiles: list[float]
    """Mean ratings at the 0th .. 100th percentile of them."""


def entry_toml(plan: Recipe, digests: Mapping[str, tuple[str, str]], learned: Learned) -> str:
    """The whole entry as TOML text; `digests` maps format -> (file name, sha256)."""
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
        "[data]\n" + facts(statement=card.data, backbone=card.backbone, measures=card.measures, spread=learned.spread),
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
        "[validation]\n"
        + facts(split=f"{learned.split}; intervals by bootstrap over scenes", chosen_by_it=plan.split.chosen_by_it)
    )
    parts += [table(f"validation.{key_of(name)}", values) for name, values in learned.results.items()]
    parts += [table(f"validation_of_the_start.{key_of(name)}", values) for name, values in learned.start.items()]
    parts.append(
        f"[percentiles]\n# mean ratings of the photos held out, 0th .. 100th percentile\nmean_rating = {learned.percentiles}\n"
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
