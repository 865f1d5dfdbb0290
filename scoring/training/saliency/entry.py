"""The entry that ships beside a saliency network: plain TOML."""

from __future__ import annotations

from scoring.training.entry_tables import Digests, facts, files_tables, head, preprocessing_table, table
from scoring.training.saliency.held_out import Results
from scoring.training.saliency.recipe import SaliencyRecipe

ANSWERS = "how likely each place shows the subject, in 0..1"


def saliency_entry(plan: SaliencyRecipe, digests: Digests, results: Results) -> str:
    """The whole entry."""
    card = plan.card
    parts = [
        facts(kind=plan.kind) + head(plan.name, plan.dataset, card, ANSWERS),
        "[data]\n" + facts(statement=card.data, measures=card.measures),
        "[training]\n" + facts(steps=plan.schedule.steps, photos_a_step=plan.schedule.photos, seed=plan.seed),
        *files_tables(digests),
        preprocessing_table(plan.preprocessing, "RGB, sRGB, uint8; the network scales the codes itself"),
        "[validation]\n"
        "# focus: as photographed; blurred: all over, so that focus tells nothing; composite: on each other's grounds\n"
        "# auc of pixels, max_f (beta squared 0.3), box_iou of the subject's box: means over photos\n"
        + facts(split="photos held out by scene whose subject their focus tells"),
        *(table(f"validation.{name}", values) for name, values in results.items()),
    ]
    return "\n".join(parts)
