"""The entry that a training run writes beside its weights: plain TOML, complete enough to ship as it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from scoring.training.entry_tables import Digests, facts, files_tables, head, key_of, preprocessing_table, table
from scoring.training.recipe_tables import Recipe


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


def entry_toml(plan: Recipe, digests: Digests, learned: Learned) -> str:
    """The whole entry as TOML text."""
    card = plan.card
    parts = [
        head(plan.name, plan.dataset, card, "ten probabilities of the ratings 1..10 that sum to 1"),
        "[data]\n" + facts(statement=card.data, backbone=card.backbone, measures=card.measures, spread=learned.spread),
        "[network]\n" + facts(**dataclasses.asdict(plan.network)),
    ]
    parts += files_tables(digests)
    parts.append(preprocessing_table(plan.preprocessing, "RGB, sRGB, values in [0, 1], less mean, over sd"))
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
